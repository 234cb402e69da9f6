package fr.guichet.branches;

import fr.guichet.branches.domain.WorkingDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Hours that come back every week, or every second week. The first week of the cycle is the ISO week (Monday to Sunday) of the
 * start date, and weeks are counted from there: a year of 53 weeks does not upset the turn.
 *
 * @param validFrom first day it holds; it ends where the next pattern begins
 * @param weeks one element for each week of the cycle, one or two; days that are not named are not worked
 */
public record WeeklyPattern(LocalDate validFrom, List<Map<DayOfWeek, List<LocalTimeRange>>> weeks) {

    public WeeklyPattern {
        if (weeks.isEmpty() || weeks.size() > 2) {
            throw new IllegalArgumentException("A pattern has one week or two, not " + weeks.size());
        }
        weeks = weeks.stream().map(WeeklyPattern::copy).toList();
    }

    public int everyWeeks() {
        return weeks.size();
    }

    /** The hours of a day on or after the start. */
    public List<LocalTimeRange> on(LocalDate day) {
        return weeks.get(weekOf(day)).getOrDefault(day.getDayOfWeek(), List.of());
    }

    private int weekOf(LocalDate day) {
        if (weeks.size() == 1) {
            return 0;
        }
        return (int) Math.floorMod(ChronoUnit.WEEKS.between(monday(validFrom), monday(day)), (long) weeks.size());
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Map<DayOfWeek, List<LocalTimeRange>> copy(Map<DayOfWeek, List<LocalTimeRange>> week) {
        var days = new EnumMap<DayOfWeek, List<LocalTimeRange>>(DayOfWeek.class);
        week.forEach((day, hours) -> days.put(day, WorkingDay.of(hours)));
        return Collections.unmodifiableMap(days);
    }
}
