package fr.guichet.branches.domain;

import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Local time to instants, by the rule that local hours hold when the clocks change: 9:00 is 9:00 on the wall. An hour that the
 * clocks skip has no instants; of an hour that they repeat only the first counts, so that no local time is offered twice.
 */
public final class LocalHours {

    private final ZoneRules rules;

    public LocalHours(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** The instant of a local time: the first of two when it is repeated, the moment of the change when it is skipped. */
    public Instant instant(LocalDateTime local) {
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? change(local).getInstant() : local.toInstant(offsets.getFirst());
    }

    /** All the time from one local time to another, through skipped and both times through repeated hours; perhaps none. */
    public TimeSpan throughout(LocalDateTime from, LocalDateTime to) {
        var start = instant(from);
        var offsets = rules.getValidOffsets(to);
        var end = offsets.isEmpty() ? change(to).getInstant() : to.toInstant(offsets.getLast());
        return new TimeSpan(start, later(start, end));
    }

    /** The instants of a local day, from its midnight to the next; empty for a day that a zone skipped. */
    public TimeSpan day(LocalDate date) {
        return new TimeSpan(
                instant(date.atStartOfDay()), instant(date.plusDays(1).atStartOfDay()));
    }

    /** Whether on this day local hours are simply counted from its first instant: no change of the clocks in it or just before. */
    boolean isSteady(TimeSpan day) {
        if (rules.isFixedOffset()) {
            return true;
        }
        var change = rules.nextTransition(day.start().minus(1, ChronoUnit.DAYS));
        return change == null || !change.getInstant().isBefore(day.end());
    }

    /** The instants of the local times from one (included) to another (excluded), sorted and disjoint. */
    public List<TimeSpan> between(LocalDateTime from, LocalDateTime to) {
        var start = instant(from);
        var end = instant(to);
        if (!start.isBefore(end)) {
            return List.of();
        }
        var result = new ArrayList<TimeSpan>(1);
        var change = rules.isFixedOffset() ? null : rules.nextTransition(start.minusNanos(1));
        while (change != null && change.getInstant().isBefore(end)) {
            if (change.isOverlap()) {
                Spans.append(result, new TimeSpan(start, later(start, change.getInstant())));
                start = change.getInstant().minus(change.getDuration());
            }
            change = rules.nextTransition(change.getInstant());
        }
        if (start.isBefore(end)) {
            Spans.append(result, new TimeSpan(start, end));
        }
        return result;
    }

    private ZoneOffsetTransition change(LocalDateTime skipped) {
        return rules.getTransition(skipped);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
