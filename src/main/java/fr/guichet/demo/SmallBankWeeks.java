package fr.guichet.demo;

import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.WeeklyPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** When the advisers of one branch of the small bank work: five days for most, from Monday or up to Saturday. */
final class SmallBankWeeks {

    private static final Set<DayOfWeek> FROM_MONDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> TO_SATURDAY = EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);

    private final boolean opensOnMonday;
    private final List<LocalTimeRange> weekday;
    private final List<LocalTimeRange> saturday;

    /** Reads a row of the file of branches. */
    SmallBankWeeks(CSVRecord branch) {
        this.opensOnMonday = branch.get("opening_hours").startsWith("Mo");
        this.weekday = hours(branch.get("working_hours"));
        this.saturday = hours(branch.get("saturday_hours"));
    }

    /** The fourth adviser has Wednesdays off, the sixth every second Monday and Friday. */
    WeeklyPattern of(int adviser, LocalDate from) {
        var usual = !opensOnMonday || (adviser % 2 == 1 && !saturday.isEmpty()) ? TO_SATURDAY : FROM_MONDAY;
        return switch (adviser % 8) {
            case 3 -> new WeeklyPattern(from, List.of(week(without(usual, DayOfWeek.WEDNESDAY))));
            case 5 ->
                new WeeklyPattern(
                        from,
                        List.of(
                                week(without(FROM_MONDAY, DayOfWeek.MONDAY)),
                                week(without(FROM_MONDAY, DayOfWeek.FRIDAY))));
            default -> new WeeklyPattern(from, List.of(week(usual)));
        };
    }

    private Map<DayOfWeek, List<LocalTimeRange>> week(Set<DayOfWeek> days) {
        var week = new EnumMap<DayOfWeek, List<LocalTimeRange>>(DayOfWeek.class);
        days.forEach(day -> week.put(day, day == DayOfWeek.SATURDAY ? saturday : weekday));
        return week;
    }

    private static Set<DayOfWeek> without(Set<DayOfWeek> days, DayOfWeek off) {
        var left = EnumSet.copyOf(days);
        left.remove(off);
        return left;
    }

    /** "09:00-12:30 13:30-18:00"; nothing is no hours. */
    private static List<LocalTimeRange> hours(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(" ", -1))
                        .map(range -> new LocalTimeRange(
                                LocalTime.parse(range.substring(0, 5)), LocalTime.parse(range.substring(6))))
                        .toList();
    }
}
