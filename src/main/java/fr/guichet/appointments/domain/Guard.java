package fr.guichet.appointments.domain;

import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.AdviserAbsent;
import fr.guichet.appointments.AppointmentRefusal.AdviserNotQualified;
import fr.guichet.appointments.AppointmentRefusal.BeyondHorizon;
import fr.guichet.appointments.AppointmentRefusal.BranchClosed;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.NoticeTooShort;
import fr.guichet.appointments.AppointmentRefusal.ReasonNotOffered;
import fr.guichet.appointments.AppointmentRefusal.SlotInPast;
import fr.guichet.appointments.AppointmentRefusal.SlotOffGrid;
import fr.guichet.appointments.AppointmentRefusal.SlotTaken;
import fr.guichet.branches.VisitReason;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one guard that every way to a slot passes: holding, booking by customer or staff, moving, reassigning, accepting an offer. It
 * gives the friendly refusal; the exclusion constraint of the database gives the guarantee.
 */
public final class Guard {

    private final VisitReason reason;
    private final Instant now;

    public Guard(VisitReason reason, Instant now) {
        this.reason = reason;
        this.now = now;
    }

    /** What the guard found. */
    public sealed interface Verdict {

        /**
         * The visit may be made.
         *
         * @param advisers who could receive it, the one to try first first; never empty
         */
        record Passed(VisitTimes times, List<AdviserId> advisers) implements Verdict {}

        record Refused(AppointmentRefusal why) implements Verdict {}
    }

    /**
     * Whether the start may be chosen, whoever receives: not past, on the grid, with enough notice, within the horizon. A visit that
     * keeps its time (another adviser, a hold that becomes a visit) is not asked again.
     */
    public Optional<AppointmentRefusal> judgeStart(Grid grid, Instant start) {
        if (start.isBefore(now)) {
            return Optional.of(new SlotInPast());
        }
        var latest = Horizon.lastDay(reason, grid.zone(), now);
        if (!start.isBefore(latest.plusDays(1).atStartOfDay(grid.zone()).toInstant())) {
            return Optional.of(new BeyondHorizon(latest));
        }
        if (!grid.has(start)) {
            return Optional.of(new SlotOffGrid(grid.minutes()));
        }
        var earliest = Horizon.earliest(reason, now);
        if (start.isBefore(earliest)) {
            return Optional.of(new NoticeTooShort(earliest));
        }
        return Optional.empty();
    }

    /**
     * Who may receive the visit.
     *
     * @param roster covers the day of the start
     * @param times those the reason asks for, or those a booked visit already has
     * @param wanted the adviser asked for; null for any, the one with the lightest day first
     */
    public Verdict judge(Roster roster, DayBook book, VisitTimes times, @Nullable AdviserId wanted) {
        int from = Minutes.floor(times.start());
        int to = Minutes.ceil(times.end());
        var serving = serving(roster, wanted);
        if (serving instanceof Serving.None(var why)) {
            return new Verdict.Refused(why);
        }
        if (!roster.open().enclose(from, to)) {
            return new Verdict.Refused(new BranchClosed());
        }
        var working = ((Serving.Some) serving)
                .receivers().stream()
                        .filter(receiver -> receiver.free().enclose(from, to))
                        .map(receiver -> receiver.adviser().id())
                        .toList();
        if (working.isEmpty()) {
            return new Verdict.Refused(new AdviserAbsent());
        }
        var taken = book.taken(times, now);
        var free = new ArrayList<>(working);
        free.removeAll(taken);
        if (free.isEmpty()) {
            return new Verdict.Refused(new SlotTaken(List.of()));
        }
        if (free.size() > 1) {
            sortByDay(free, book, roster.grid().dayOf(times.start()));
        }
        return new Verdict.Passed(times, free);
    }

    private sealed interface Serving {
        record Some(List<Receiver> receivers) implements Serving {}

        record None(AppointmentRefusal why) implements Serving {}
    }

    private Serving serving(Roster roster, @Nullable AdviserId wanted) {
        var able = roster.receivers().stream()
                .filter(receiver -> reason.canBeServedBy(receiver.adviser()))
                .toList();
        if (able.isEmpty()) {
            return new Serving.None(new ReasonNotOffered());
        }
        if (wanted == null) {
            return new Serving.Some(able);
        }
        if (roster.indexOf(wanted) < 0) {
            return new Serving.None(new NotFound());
        }
        return able.stream()
                .filter(receiver -> receiver.adviser().id().equals(wanted))
                .findFirst()
                .<Serving>map(receiver -> new Serving.Some(List.of(receiver)))
                .orElseGet(() -> new Serving.None(new AdviserNotQualified()));
    }

    /** The lightest day first; among equals always in the same order. */
    private void sortByDay(List<AdviserId> advisers, DayBook book, TimeSpan day) {
        var minutes = book.minutes(day, now);
        advisers.sort(Comparator.<AdviserId>comparingLong(adviser -> minutes.getOrDefault(adviser, 0L))
                .thenComparing(AdviserId::toString));
    }
}
