package fr.guichet.appointments.domain;

import java.util.List;

/**
 * The blocked ranges of a branch by the UTC day on which they begin. Immutable.
 *
 * @param firstDay as {@link #dayOf} counts
 * @param days one after the other
 */
public record BusyTimes(int firstDay, List<PackedRanges> days) {

    public static final int MINUTES_A_DAY = 24 * 60;

    public BusyTimes {
        days = List.copyOf(days);
    }

    /** The number of the UTC day that a minute lies in, counted from 1970-01-01. */
    public static int dayOf(int minute) {
        return Math.floorDiv(minute, MINUTES_A_DAY);
    }

    /** Gives each range that has a moment in [from, to), and perhaps some that do not, if the roster knows its adviser. */
    void forEach(Roster roster, int from, int to, PackedRanges.Visitor visitor) {
        int begin = Math.max(dayOf(from - VisitShape.LONGEST) - firstDay, 0);
        int end = Math.min(dayOf(to - 1) - firstDay, days.size() - 1);
        for (int day = begin; day <= end; day++) {
            days.get(day).forEach(roster, visitor);
        }
    }
}
