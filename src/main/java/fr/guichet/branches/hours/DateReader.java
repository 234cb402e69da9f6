package fr.guichet.branches.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns years, weeks and dates of a parsed rule into conditions on a date. */
final class DateReader {

    private static final int LAST_YEAR = 2199;

    private DateReader() {}

    /**
     * What a list of dates selects.
     *
     * @param allSingle whether each is one day, such as {@code Dec 24}
     * @param allWithDays whether each names days of the month, not only months
     */
    record Dates(Predicate<LocalDate> selector, boolean allSingle, boolean allWithDays) {}

    static Predicate<LocalDate> years(List<YearRange> ranges, List<Fault> faults) {
        var any = new ArrayList<Predicate<LocalDate>>();
        for (var range : ranges) {
            var from = range.getStartYear();
            var open = range.getEndYear() == YearRange.UNDEFINED_YEAR;
            var to = range.isOpenEnded() ? Integer.MAX_VALUE : open ? from : range.getEndYear();
            var step = Math.max(range.getInterval(), 1);
            if (from > LAST_YEAR || from > to || (!range.isOpenEnded() && to > LAST_YEAR)) {
                faults.add(Fault.of("date", range.toString()));
            }
            any.add(date -> date.getYear() >= from && date.getYear() <= to && (date.getYear() - from) % step == 0);
        }
        return anyOf(any);
    }

    static Predicate<LocalDate> weeks(List<WeekRange> ranges, List<Fault> faults) {
        var any = new ArrayList<Predicate<LocalDate>>();
        for (var range : ranges) {
            var from = range.getStartWeek();
            var to = range.getEndWeek() == WeekRange.UNDEFINED_WEEK ? from : range.getEndWeek();
            var step = Math.max(range.getInterval(), 1);
            if (from > 53 || to > 53 || (from > to && step > 1)) {
                faults.add(Fault.of("week", "week " + range));
            }
            any.add(date -> {
                var week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                return from <= to
                        ? week >= from && week <= to && (week - from) % step == 0
                        : week >= from || week <= to;
            });
        }
        return anyOf(any);
    }

    static Dates dates(List<DateRange> ranges, List<Fault> faults) {
        var any = new ArrayList<Predicate<LocalDate>>();
        var allSingle = true;
        var allWithDays = true;
        // "2026 Dec 24,Dec 31" could mean the 31st of 2026 or of every year.
        var mixed = ranges.stream()
                        .map(range -> range.getStartDate().undefinedYear())
                        .distinct()
                        .count()
                > 1;
        for (var range : ranges) {
            var start = DateMark.of(range.getStartDate(), null);
            var openEnded = range.getStartDate().isOpenEnded();
            var end = range.getEndDate() == null ? null : DateMark.of(range.getEndDate(), start.month());
            // "Jan,Feb Sa[1]" could be all of January or its first Saturday.
            var ambiguous = ranges.size() > 1 && (start.weekday() != null || (end != null && end.weekday() != null));
            var problem = mixed || ambiguous || isUnsupported(range)
                    ? "unsupported"
                    : isImpossible(start, end) ? "date" : null;
            if (problem != null) {
                faults.add(Fault.of(problem, range.toString()));
                continue;
            }
            allSingle &= end == null && !start.isWholeMonth() && !openEnded;
            allWithDays &= !start.isWholeMonth() && (end == null || !end.isWholeMonth()) && !openEnded;
            any.add(openEnded ? from(start) : between(start, end == null ? start : end));
        }
        return new Dates(anyOf(any), allSingle, allWithDays);
    }

    private static boolean isUnsupported(DateRange range) {
        var start = range.getStartDate();
        var end = range.getEndDate();
        if (range.getInterval() != 0
                || (start.isOpenEnded() && (start.undefinedYear() || start.getVarDate() != null))
                || start.getWeekDayOffset() != null
                || (start.getMonth() == null && start.getVarDate() == null)) {
            return true;
        }
        return end != null
                && (end.isOpenEnded()
                        || end.getWeekDayOffset() != null
                        || (start.undefinedYear() && !end.undefinedYear())
                        || (start.getVarDate() != null) != (end.getVarDate() != null));
    }

    private static boolean isImpossible(DateMark start, @Nullable DateMark end) {
        if (start.isImpossible()) {
            return true;
        }
        if (end == null) {
            return false;
        }
        if (end.isImpossible() || start.isRare() || end.isRare()) {
            return true;
        }
        if (start.year() != null && end.year() != null) {
            return end.last(end.year().getValue())
                    .isBefore(start.first(start.year().getValue()));
        }
        if (start.isEaster()) {
            return start.offset() > end.offset();
        }
        // Dec 26-24 within one month is a slip; Dec 26-Jan 02 runs over New Year.
        return start.month() == end.month() && start.day() > 0 && end.day() > 0 && start.day() > end.day();
    }

    private static Predicate<LocalDate> from(DateMark start) {
        var first = start.first(Objects.requireNonNull(start.year()).getValue());
        return date -> !date.isBefore(first);
    }

    private static Predicate<LocalDate> between(DateMark start, DateMark end) {
        if (start.year() != null) {
            var first = start.first(start.year().getValue());
            var last = end.last(
                    end.year() != null ? end.year().getValue() : start.year().getValue() + yearsBetween(start, end));
            return date -> !date.isBefore(first) && !date.isAfter(last);
        }
        var later = yearsBetween(start, end);
        return date -> {
            for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
                if (!date.isBefore(start.first(year)) && !date.isAfter(end.last(year + later))) {
                    return true;
                }
            }
            return false;
        };
    }

    /** 1 if the range runs over New Year. */
    private static int yearsBetween(DateMark start, DateMark end) {
        return start.month() != null && end.month() != null && start.month().compareTo(end.month()) > 0 ? 1 : 0;
    }

    private static Predicate<LocalDate> anyOf(List<Predicate<LocalDate>> conditions) {
        var all = List.copyOf(conditions);
        return date -> all.stream().anyMatch(condition -> condition.test(date));
    }
}
