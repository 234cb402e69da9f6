package fr.guichet.appointments.domain;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.WaitingEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

/** What a customer on the waiting list would take: an earlier start than the visit's, on days and at times that suit. */
public record Wish(WaitingEntry entry, Appointment visit, ZoneId zone) {

    /** How long a customer has to decide. */
    public static final Duration TIME_TO_DECIDE = Duration.ofHours(2);

    /** An offer that leaves less is not worth a message. */
    public static final Duration LEAST_TIME = Duration.ofMinutes(10);

    public boolean likes(Instant start) {
        var local = start.atZone(zone);
        var date = local.toLocalDate();
        var part = entry.partOfDay();
        return start.isBefore(visit.start())
                && (entry.earliest() == null || !date.isBefore(entry.earliest()))
                && (entry.latest() == null || !date.isAfter(entry.latest()))
                && (part == null || part.has(local.toLocalTime()))
                && entry.passedOver().stream().noneMatch(passed -> overlaps(passed, start));
    }

    /** A quarter of an hour beside what was not taken is no new offer. */
    private boolean overlaps(Instant passed, Instant start) {
        var length = Duration.between(visit.start(), visit.end());
        return Duration.between(passed, start).abs().compareTo(length) < 0;
    }

    /**
     * When an offer made now runs out: before the notice for the new start does, and before the customer can no longer change the
     * visit.
     */
    public Instant until(Instant start, Duration notice, Instant now) {
        return Collections.min(
                List.of(now.plus(TIME_TO_DECIDE), start.minus(notice), ChangeRules.changeableUntil(visit)));
    }

    public boolean leavesTime(Instant until, Instant now) {
        return !until.isBefore(now.plus(LEAST_TIME));
    }
}
