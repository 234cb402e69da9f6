package fr.guichet.branches.domain;

import fr.guichet.branches.LocalTimeRange;
import java.util.Comparator;
import java.util.List;

/** The rule for an adviser's hours on one day: they stay within it (an end at midnight included) and do not overlap. */
public final class WorkingDay {

    private WorkingDay() {}

    /** Whether the hours, in any order, are fit to be worked on one day. */
    public static boolean isValid(List<LocalTimeRange> hours) {
        var sorted = sorted(hours);
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).runsPastMidnight()) {
                return false;
            }
            if (i > 0 && overlaps(sorted.get(i - 1), sorted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The hours by start; IllegalArgumentException where they are not valid. */
    public static List<LocalTimeRange> of(List<LocalTimeRange> hours) {
        if (!isValid(hours)) {
            throw new IllegalArgumentException("Hours overlap or leave their day: " + hours);
        }
        return sorted(hours);
    }

    private static boolean overlaps(LocalTimeRange earlier, LocalTimeRange later) {
        return earlier.endsNextDay() || later.from().isBefore(earlier.to());
    }

    private static List<LocalTimeRange> sorted(List<LocalTimeRange> hours) {
        return hours.stream().sorted(Comparator.comparing(LocalTimeRange::from)).toList();
    }
}
