package fr.guichet.branches.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Opening hours told apart from their text, with the slowest and plainest evaluation there is: minute by minute, day by day. */
record HoursModel(List<Rule> rules) {

    record Rule(Join join, Season season, Week week, List<Range> ranges, boolean off) {}

    enum Join {
        REPLACE("; "),
        ADD(", "),
        FALL_BACK(" || ");

        final String text;

        Join(String text) {
            this.text = text;
        }
    }

    /** Minutes of a day, end after start. */
    record Range(int from, int to) {

        String text() {
            return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
        }
    }

    /** Days of the week and holidays. */
    record Week(Set<DayOfWeek> days, boolean asRange, int nth, Holidays holidays) {

        enum Holidays {
            NOT_NAMED,
            ONLY,
            TOO
        }

        String text() {
            var names = days.stream()
                    .sorted()
                    .map(day -> abbreviation(day.name(), 2) + (nth == 0 ? "" : "[" + nth + "]"))
                    .toList();
            var text = asRange ? rangeText() : String.join(",", names);
            return switch (holidays) {
                case NOT_NAMED -> text;
                case ONLY -> "PH";
                case TOO -> text + ",PH";
            };
        }

        /** Only asked of days in one stretch, which may run over Sunday. */
        private String rangeText() {
            var first = days.stream()
                    .filter(day -> !days.contains(day.minus(1)))
                    .findFirst()
                    .orElse(DayOfWeek.MONDAY);
            var last = first;
            while (days.contains(last.plus(1)) && last.plus(1) != first) {
                last = last.plus(1);
            }
            return abbreviation(first.name(), 2) + (first == last ? "" : "-" + abbreviation(last.name(), 2));
        }

        boolean names(LocalDate date, boolean publicHoliday) {
            var named = days.contains(date.getDayOfWeek()) && (nth == 0 || nth == number(date));
            return switch (holidays) {
                case NOT_NAMED -> named;
                case ONLY -> publicHoliday;
                case TOO -> named || publicHoliday;
            };
        }

        private int number(LocalDate date) {
            var count = 0;
            if (nth > 0) {
                for (var day = date.withDayOfMonth(1); !day.isAfter(date); day = day.plusDays(1)) {
                    count += day.getDayOfWeek() == date.getDayOfWeek() ? 1 : 0;
                }
                return count;
            }
            for (var day = date; day.getMonth() == date.getMonth(); day = day.plusDays(1)) {
                count -= day.getDayOfWeek() == date.getDayOfWeek() ? 1 : 0;
            }
            return count;
        }
    }

    /** A part of the year. */
    sealed interface Season {

        String text();

        boolean contains(LocalDate date);

        record AllYear() implements Season {
            @Override
            public String text() {
                return "";
            }

            @Override
            public boolean contains(LocalDate date) {
                return true;
            }
        }

        record Months(int from, int to) implements Season {
            @Override
            public String text() {
                return month(from) + (from == to ? "" : "-" + month(to));
            }

            @Override
            public boolean contains(LocalDate date) {
                for (int month = from; ; month = month % 12 + 1) {
                    if (month == date.getMonthValue()) {
                        return true;
                    }
                    if (month == to) {
                        return false;
                    }
                }
            }
        }

        /** Days 1 to 28, so that each exists in every month. */
        record Dates(int fromMonth, int fromDay, int toMonth, int toDay) implements Season {
            @Override
            public String text() {
                return "%s %02d-%s %02d".formatted(month(fromMonth), fromDay, month(toMonth), toDay);
            }

            @Override
            public boolean contains(LocalDate date) {
                for (int year = date.getYear() - 1; year <= date.getYear(); year++) {
                    var day = LocalDate.of(year, fromMonth, fromDay);
                    while (!day.equals(date) && (day.getMonthValue() != toMonth || day.getDayOfMonth() != toDay)) {
                        day = day.plusDays(1);
                    }
                    if (day.equals(date)) {
                        return true;
                    }
                }
                return false;
            }
        }

        record Year(int year) implements Season {
            @Override
            public String text() {
                return Integer.toString(year);
            }

            @Override
            public boolean contains(LocalDate date) {
                return date.getYear() == year;
            }
        }

        record Weeks(int from, int to, int step) implements Season {
            @Override
            public String text() {
                return "week %02d-%02d%s".formatted(from, to, step == 1 ? "" : "/" + step);
            }

            @Override
            public boolean contains(LocalDate date) {
                var thursday = date.with(DayOfWeek.THURSDAY);
                var week = 0;
                for (var day = LocalDate.of(thursday.getYear(), 1, 1); !day.isAfter(thursday); day = day.plusDays(1)) {
                    week += day.getDayOfWeek() == DayOfWeek.THURSDAY ? 1 : 0;
                }
                for (int named = from; named <= to; named += step) {
                    if (named == week) {
                        return true;
                    }
                }
                return false;
            }
        }

        private static String month(int month) {
            return abbreviation(java.time.Month.of(month).name(), 3);
        }
    }

    private static String abbreviation(String name, int length) {
        return name.charAt(0) + name.substring(1, length).toLowerCase(Locale.ROOT);
    }

    String text() {
        var text = new StringBuilder();
        for (var rule : rules) {
            if (!text.isEmpty()) {
                text.append(rule.join.text);
            }
            text.append(rule.season.text()).append(rule.season.text().isEmpty() ? "" : " ");
            text.append(rule.week.text());
            if (!rule.ranges.isEmpty()) {
                text.append(' ').append(rule.ranges.stream().map(Range::text).collect(Collectors.joining(",")));
            }
            text.append(rule.off ? " off" : "");
        }
        return text.toString();
    }

    /** Which minutes from midnight on are open, those of the next day included. */
    boolean[] minutes(LocalDate date, boolean publicHoliday) {
        var open = new boolean[48 * 60];
        for (var rule : rules) {
            var speaksOfHolidays = rule.week.holidays != Week.Holidays.NOT_NAMED;
            if (!rule.week.names(date, publicHoliday)
                    || !rule.season.contains(date)
                    || (rule.off && rule.join == Join.FALL_BACK)
                    || (publicHoliday && !rule.off && !speaksOfHolidays)) {
                continue;
            }
            if (rule.off ? rule.ranges.isEmpty() : rule.join == Join.REPLACE) {
                Arrays.fill(open, false);
            }
            for (var range : rule.ranges) {
                for (int minute = range.from; minute < range.to; minute++) {
                    open[minute] = !rule.off;
                }
            }
        }
        return open;
    }
}
