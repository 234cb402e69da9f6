package fr.guichet.appointments.domain;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the advisers of a branch have on their calendars around a day. */
public record DayBook(List<Entry> entries) {

    /**
     * One visit, hold or offer.
     *
     * @param blocks whether nothing else may meet it; a finished visit no longer blocks but still counts as work
     * @param heldUntil when a hold or an offer runs out; null for visits
     * @param holder whose hold it is; null for visits and offers
     */
    public record Entry(
            UUID id,
            AdviserId adviser,
            VisitTimes times,
            boolean blocks,
            @Nullable Instant heldUntil,
            @Nullable CustomerId holder) {

        /** Whether it is a hold or an offer that has run out: as good as gone, though its row may still stand. */
        public boolean hasLapsed(Instant now) {
            return heldUntil != null && !now.isBefore(heldUntil);
        }
    }

    public DayBook {
        entries = List.copyOf(entries);
    }

    /** The same without one appointment: a visit that moves is not in its own way. */
    public DayBook without(UUID appointment) {
        return new DayBook(entries.stream()
                .filter(entry -> !entry.id().equals(appointment))
                .toList());
    }

    /** The same without the customer's own hold, which is not in his or her way. */
    public DayBook withoutHoldOf(CustomerId customer) {
        return new DayBook(entries.stream()
                .filter(entry -> !customer.equals(entry.holder()))
                .toList());
    }

    /** The customer's own hold. */
    public Optional<Entry> holdOf(CustomerId customer) {
        return entries.stream().filter(entry -> customer.equals(entry.holder())).findFirst();
    }

    /** Holds and offers that have run out and whose rows still stand in the way of a visit with this adviser. */
    public List<UUID> lapsed(AdviserId adviser, VisitTimes times, Instant now) {
        return entries.stream()
                .filter(entry -> entry.adviser().equals(adviser)
                        && entry.blocks()
                        && entry.hasLapsed(now)
                        && entry.times().collidesWith(times))
                .map(Entry::id)
                .toList();
    }

    /** The advisers who have something else at these times. */
    Set<AdviserId> taken(VisitTimes times, Instant now) {
        var taken = new HashSet<AdviserId>();
        for (var entry : entries) {
            if (entry.blocks() && !entry.hasLapsed(now) && entry.times().collidesWith(times)) {
                taken.add(entry.adviser());
            }
        }
        return taken;
    }

    /** For each adviser the minutes of visits, without buffers, that begin within the day. */
    Map<AdviserId, Long> minutes(TimeSpan day, Instant now) {
        var minutes = new HashMap<AdviserId, Long>();
        for (var entry : entries) {
            if (!entry.hasLapsed(now) && day.contains(entry.times().start())) {
                long length = entry.times().end().getEpochSecond()
                        - entry.times().start().getEpochSecond();
                minutes.merge(entry.adviser(), length / 60, Long::sum);
            }
        }
        return minutes;
    }
}
