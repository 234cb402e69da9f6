package fr.guichet.branches.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The days that a rule speaks of: those that every selector it has lets through.
 *
 * @param holiday how it speaks of public holidays
 * @param plainWeekdays days of the week that are named without further ado; all seven if none is named
 * @param others the selectors that look at more than the day of the week: years, weeks, dates
 * @param numberedWeekdays days such as the first Monday of the month, beside the plain ones
 * @param opensHolidays whether an opening on one of these days holds on a public holiday although {@code PH} is not named
 */
record Days(
        Holiday holiday,
        Set<DayOfWeek> plainWeekdays,
        List<Predicate<LocalDate>> numberedWeekdays,
        List<Predicate<LocalDate>> others,
        boolean opensHolidays) {

    enum Holiday {
        /** {@code Mo-Fr} */
        NOT_NAMED,
        /** {@code PH} and {@code PH Mo-Fr}: holidays that fall on these days of the week. */
        ONLY,
        /** {@code PH,Mo-Fr}: these days of the week, and holidays. */
        TOO
    }

    boolean isWeekly() {
        return others.isEmpty() && numberedWeekdays.isEmpty();
    }

    /** Whether both speak of days of the week alone, and this of all that the other does. */
    boolean coverWeekdaysOf(Days other) {
        return isWeekly()
                && other.isWeekly()
                && holiday == Holiday.NOT_NAMED
                && other.holiday == Holiday.NOT_NAMED
                && plainWeekdays.containsAll(other.plainWeekdays);
    }

    boolean speakOfHolidays() {
        return holiday != Holiday.NOT_NAMED || opensHolidays;
    }

    boolean contain(LocalDate date, boolean publicHoliday) {
        var dayFits =
                switch (holiday) {
                    case NOT_NAMED -> isNamedWeekday(date);
                    case ONLY -> publicHoliday && isNamedWeekday(date);
                    case TOO -> publicHoliday || isNamedWeekday(date);
                };
        return dayFits && others.stream().allMatch(selector -> selector.test(date));
    }

    private boolean isNamedWeekday(LocalDate date) {
        return plainWeekdays.contains(date.getDayOfWeek())
                || numberedWeekdays.stream().anyMatch(selector -> selector.test(date));
    }
}
