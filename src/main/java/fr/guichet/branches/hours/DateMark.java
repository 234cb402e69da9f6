package fr.guichet.branches.hours;

import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.WeekDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * A point of the year as the syntax names it: {@code Dec 24}, {@code Jul}, {@code Oct Su[-1]}, {@code easter -2 days}.
 *
 * @param year null for every year
 * @param month null for Easter
 * @param day 0 for a month without a day, for Easter and for a numbered weekday
 * @param weekday of {@code Su[-1]}
 * @param number of {@code Su[-1]}, 0 without
 * @param offset days to add
 */
record DateMark(
        @Nullable Year year,
        @Nullable Month month,
        int day,
        @Nullable DayOfWeek weekday,
        int number,
        int offset) {

    private static final Year LAST_YEAR = Year.of(2199);

    /**
     * Reads what the parser found.
     *
     * @param defaultMonth what {@code 26} alone means in {@code Dec 24-26}
     */
    static DateMark of(DateWithOffset date, @Nullable Month defaultMonth) {
        return new DateMark(
                date.undefinedYear() ? null : Year.of(date.getYear()),
                date.getVarDate() != null ? null : date.getMonth() == null ? defaultMonth : month(date.getMonth()),
                date.getDay() == DateWithOffset.UNDEFINED_MONTH_DAY ? 0 : date.getDay(),
                date.getNthWeekDay() == null ? null : weekday(date.getNthWeekDay()),
                date.getNth(),
                date.getDayOffset());
    }

    boolean isEaster() {
        return month == null;
    }

    boolean isWholeMonth() {
        return month != null && day == 0 && weekday == null;
    }

    /** Whether there is such a day in some years or months only, so that nothing can begin or end with it. */
    boolean isRare() {
        return Math.abs(number) == 5;
    }

    boolean isImpossible() {
        return (year != null && year.isAfter(LAST_YEAR))
                || Math.abs(offset) > DayReader.FARTHEST_OFFSET
                || (month != null && day > month.maxLength());
    }

    /** The first day meant. What begins on 29 February of a common year begins on 1 March. */
    LocalDate first(int inYear) {
        return exact(inYear, true);
    }

    /** The last day meant: of a month without a day, its last. */
    LocalDate last(int inYear) {
        return exact(inYear, false);
    }

    private LocalDate exact(int inYear, boolean first) {
        if (month == null) {
            return Easter.sunday(inYear).plusDays(offset);
        }
        var whole = YearMonth.of(inYear, month);
        if (weekday != null) {
            var found = whole.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(number, weekday));
            // A fifth Monday that there is not begins after it ends: no day is it.
            var there = YearMonth.from(found).equals(whole);
            return (there ? found : first ? whole.plusMonths(1).atDay(1) : whole.atEndOfMonth()).plusDays(offset);
        }
        if (first) {
            var start = Math.max(day, 1);
            return (whole.isValidDay(start)
                            ? whole.atDay(start)
                            : whole.plusMonths(1).atDay(1))
                    .plusDays(offset);
        }
        var end = day == 0 ? whole.lengthOfMonth() : Math.min(day, whole.lengthOfMonth());
        return whole.atDay(end).plusDays(offset);
    }

    static DayOfWeek weekday(WeekDay day) {
        return switch (day) {
            case MO -> DayOfWeek.MONDAY;
            case TU -> DayOfWeek.TUESDAY;
            case WE -> DayOfWeek.WEDNESDAY;
            case TH -> DayOfWeek.THURSDAY;
            case FR -> DayOfWeek.FRIDAY;
            case SA -> DayOfWeek.SATURDAY;
            case SU -> DayOfWeek.SUNDAY;
        };
    }

    private static Month month(ch.poole.openinghoursparser.Month month) {
        return switch (month) {
            case JAN -> Month.JANUARY;
            case FEB -> Month.FEBRUARY;
            case MAR -> Month.MARCH;
            case APR -> Month.APRIL;
            case MAY -> Month.MAY;
            case JUN -> Month.JUNE;
            case JUL -> Month.JULY;
            case AUG -> Month.AUGUST;
            case SEP -> Month.SEPTEMBER;
            case OCT -> Month.OCTOBER;
            case NOV -> Month.NOVEMBER;
            case DEC -> Month.DECEMBER;
        };
    }
}
