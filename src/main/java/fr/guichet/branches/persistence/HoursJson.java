package fr.guichet.branches.persistence;

import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.WeeklyPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hours as they are stored: pairs of minutes of the local day, 1440 for the midnight that ends it. */
final class HoursJson {

    private static final int MINUTES_OF_DAY = 1440;

    private HoursJson() {}

    static List<List<Integer>> of(List<LocalTimeRange> hours) {
        return hours.stream()
                .map(range -> List.of(
                        minutes(range.from()),
                        range.endsNextDay() ? Integer.valueOf(MINUTES_OF_DAY) : minutes(range.to())))
                .toList();
    }

    static List<LocalTimeRange> hours(List<List<Integer>> stored) {
        return stored.stream()
                .map(range -> new LocalTimeRange(time(range.get(0)), time(range.get(1))))
                .toList();
    }

    static List<Map<String, List<List<Integer>>>> of(WeeklyPattern pattern) {
        var weeks = new ArrayList<Map<String, List<List<Integer>>>>();
        for (var week : pattern.weeks()) {
            var days = new TreeMap<String, List<List<Integer>>>();
            week.forEach((day, hours) -> {
                if (!hours.isEmpty()) {
                    days.put(Integer.toString(day.getValue()), of(hours));
                }
            });
            weeks.add(days);
        }
        return weeks;
    }

    static WeeklyPattern pattern(LocalDate validFrom, List<Map<String, List<List<Integer>>>> stored) {
        var weeks = new ArrayList<Map<DayOfWeek, List<LocalTimeRange>>>();
        for (var week : stored) {
            var days = new EnumMap<DayOfWeek, List<LocalTimeRange>>(DayOfWeek.class);
            week.forEach((day, hours) -> days.put(DayOfWeek.of(Integer.parseInt(day)), hours(hours)));
            weeks.add(days);
        }
        return new WeeklyPattern(validFrom, weeks);
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime time(int minutes) {
        return LocalTime.ofSecondOfDay(minutes % MINUTES_OF_DAY * 60L);
    }
}
