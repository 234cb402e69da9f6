package fr.guichet.branches.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.branches.domain.WorkingDay;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Hours as requests and answers write them. */
final class Hours {

    static final int MOST_INTERVALS = 12;

    private Hours() {}

    /**
     * A stretch of local time.
     *
     * @param from for example {@code 09:00}
     * @param to for example {@code 12:30}; {@code 00:00} is the midnight that ends the day
     */
    @Schema(name = "LocalInterval")
    record Interval(
            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "09:00")
            LocalTime from,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "12:30")
            LocalTime to) {

        static List<Interval> of(List<LocalTimeRange> ranges) {
            return ranges.stream()
                    .map(range -> new Interval(range.from(), range.to()))
                    .toList();
        }
    }

    /** The hours of one day of the week. */
    @Schema(name = "DayHours")
    record Day(
            @NotNull DayOfWeek day,
            @NotNull @Size(max = MOST_INTERVALS) List<@NotNull @Valid Interval> intervals) {}

    /**
     * One week of a cycle.
     *
     * @param week 1 for the ISO week in which the pattern begins, 2 for the one after
     * @param days days that are not named are not worked
     */
    @Schema(name = "PatternWeek")
    record Week(
            @NotNull @Min(1) @Max(2) Integer week,
            @NotNull @Size(max = 7) List<@NotNull @Valid Day> days) {}

    /**
     * Weekly hours from a day on.
     *
     * @param everyWeeks 1 when every week is alike, 2 when two kinds take turns
     */
    record Pattern(
            @NotNull LocalDate validFrom,
            @NotNull @Min(1) @Max(2) Integer everyWeeks,
            @NotNull @Size(max = 2) List<@NotNull @Valid Week> weeks) {

        static Pattern of(WeeklyPattern pattern) {
            var weeks = new ArrayList<Week>();
            for (var week : pattern.weeks()) {
                var days = new ArrayList<Day>();
                week.forEach((day, hours) -> days.add(new Day(day, Interval.of(hours))));
                weeks.add(new Week(weeks.size() + 1, days));
            }
            return new Pattern(pattern.validFrom(), pattern.everyWeeks(), weeks);
        }

        /** Ends the request with a problem where a week or a day comes twice or hours do not fit. */
        WeeklyPattern read() {
            var cycle = new ArrayList<Map<DayOfWeek, List<LocalTimeRange>>>();
            for (int i = 0; i < everyWeeks; i++) {
                cycle.add(new EnumMap<>(DayOfWeek.class));
            }
            var named = new HashSet<Integer>();
            for (int i = 0; i < weeks.size(); i++) {
                var week = weeks.get(i);
                var path = "weeks[" + i + "]";
                if (week.week() > everyWeeks || !named.add(week.week())) {
                    throw Problems.invalid(new InvalidField(path + ".week", "branches.invalid.week"))
                            .exception();
                }
                readDays(week, path, cycle.get(week.week() - 1));
            }
            return new WeeklyPattern(validFrom, cycle);
        }

        private static void readDays(Week week, String path, Map<DayOfWeek, List<LocalTimeRange>> into) {
            for (int i = 0; i < week.days().size(); i++) {
                var day = week.days().get(i);
                var at = path + ".days[" + i + "]";
                if (into.put(day.day(), Hours.read(day.intervals(), at + ".intervals")) != null) {
                    throw Problems.invalid(new InvalidField(at + ".day", "branches.invalid.day"))
                            .exception();
                }
            }
        }
    }

    /** The hours of one working day; ends the request with a problem where they do not fit. */
    static List<LocalTimeRange> read(List<Interval> intervals, String path) {
        var hours = new ArrayList<LocalTimeRange>();
        for (int i = 0; i < intervals.size(); i++) {
            var interval = intervals.get(i);
            var range = new LocalTimeRange(interval.from(), interval.to());
            if (range.runsPastMidnight()) {
                throw Problems.invalid(new InvalidField(path + "[" + i + "].to", "branches.invalid.end"))
                        .exception();
            }
            hours.add(range);
        }
        if (!WorkingDay.isValid(hours)) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "overlapping-hours")
                    .with("errors", List.of(new InvalidField(path, "branches.invalid.overlap")))
                    .exception();
        }
        return hours;
    }
}
