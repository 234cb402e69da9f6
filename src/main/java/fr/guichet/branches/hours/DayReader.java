package fr.guichet.branches.hours;

import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns the day selectors of a parsed rule into {@link Days}. */
final class DayReader {

    /** How far {@code +3 days} may reach; what lies beyond is a slip. */
    static final int FARTHEST_OFFSET = 60;

    private DayReader() {}

    /**
     * What the selectors say.
     *
     * @param days null when something was refused
     * @param namesDates whether days of a month are named
     */
    record Reading(@Nullable Days days, boolean namesDates) {

        /** Whether an opening says its hours but on which days of the week only by leaving them out. */
        boolean forgetsWeekdays(Rule rule) {
            return !rule.isTwentyfourseven() && rule.getDays() == null && rule.getHolidays() == null && !namesDates;
        }
    }

    static Reading read(Rule rule, List<Fault> faults) {
        var before = faults.size();
        var others = new ArrayList<Predicate<LocalDate>>();
        var yearsNamed = rule.getYears() != null;
        if (rule.getYears() != null) {
            others.add(DateReader.years(rule.getYears(), faults));
        }
        if (rule.getWeeks() != null) {
            others.add(DateReader.weeks(rule.getWeeks(), faults));
        }
        var singleDates = false;
        var namedDates = false;
        if (rule.getDates() != null) {
            var dates = DateReader.dates(rule.getDates(), faults);
            others.add(dates.selector());
            singleDates = dates.allSingle() && !yearsNamed && rule.getDays() == null;
            namedDates = dates.allWithDays();
        }
        var plain = EnumSet.noneOf(DayOfWeek.class);
        var numbered = new ArrayList<Predicate<LocalDate>>();
        if (rule.getDays() != null) {
            for (var range : rule.getDays()) {
                weekdays(range, plain, numbered, faults);
            }
        }
        var holiday = holiday(rule, faults);
        if (rule.getDays() == null) {
            plain = EnumSet.allOf(DayOfWeek.class);
        }
        if (faults.size() > before) {
            return new Reading(null, namedDates);
        }
        return new Reading(
                new Days(
                        holiday,
                        Set.copyOf(plain),
                        List.copyOf(numbered),
                        List.copyOf(others),
                        singleDates || rule.isTwentyfourseven()),
                namedDates);
    }

    private static Days.Holiday holiday(Rule rule, List<Fault> faults) {
        var holidays = rule.getHolidays();
        if (holidays == null) {
            return Days.Holiday.NOT_NAMED;
        }
        var besideWeekdays = holidays.getFirst().getUseAsWeekDay();
        for (var holiday : holidays) {
            if (holiday.getType() == Holiday.Type.SH) {
                faults.add(Fault.of("school-holidays", holiday.toString()));
            } else if (holiday.getOffset() != 0) {
                faults.add(Fault.of("holiday-offset", holiday.toString()));
            } else if (holiday.getUseAsWeekDay() != besideWeekdays) {
                faults.add(Fault.of("unsupported", rule.toString()));
            }
        }
        if (rule.getDays() == null) {
            return Days.Holiday.ONLY;
        }
        return besideWeekdays ? Days.Holiday.TOO : Days.Holiday.ONLY;
    }

    private static void weekdays(
            WeekDayRange range, Set<DayOfWeek> plain, List<Predicate<LocalDate>> numbered, List<Fault> faults) {
        var start = DateMark.weekday(range.getStartDay());
        if (range.getNths() != null) {
            numbered(range, start, numbered, faults);
            return;
        }
        var end = range.getEndDay() == null ? start : DateMark.weekday(range.getEndDay());
        for (var day = start; ; day = day.plus(1)) {
            plain.add(day);
            if (day == end) {
                return;
            }
        }
    }

    private static void numbered(
            WeekDayRange range, DayOfWeek day, List<Predicate<LocalDate>> numbered, List<Fault> faults) {
        var offset = range.getOffset();
        for (var nth : range.getNths()) {
            var from = nth.getStartNth();
            var to = nth.getEndNth() == Nth.INVALID_NTH ? from : nth.getEndNth();
            if (from == Nth.INVALID_NTH || from > to || from < 0 != to < 0 || Math.abs(offset) > FARTHEST_OFFSET) {
                faults.add(Fault.of("nth", range.toString()));
                return;
            }
            numbered.add(date -> {
                var counted = date.minusDays(offset);
                if (counted.getDayOfWeek() != day) {
                    return false;
                }
                var number = from > 0
                        ? (counted.getDayOfMonth() - 1) / 7 + 1
                        : -((counted.lengthOfMonth() - counted.getDayOfMonth()) / 7 + 1);
                return number >= from && number <= to;
            });
        }
    }
}
