package fr.guichet.branches.hours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.hours.HoursModel.Join;
import fr.guichet.branches.hours.HoursModel.Range;
import fr.guichet.branches.hours.HoursModel.Rule;
import fr.guichet.branches.hours.HoursModel.Season;
import fr.guichet.branches.hours.HoursModel.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** The evaluator against a reference that walks every minute, on generated hours; and what no text may do to the reader. */
class OpeningHoursProperties {

    @Property
    void everyDayIsOpenWhenTheReferenceSaysSo(
            @ForAll("hours") HoursModel model, @ForAll("dates") LocalDate date, @ForAll boolean publicHoliday) {
        Assume.that(!hasRuleWithoutEffect(model));
        var hours = OpeningHoursTests.hours(model.text());
        var expected = model.minutes(date, publicHoliday);
        var open = new boolean[48 * 60];
        var previousEnd = -1;
        for (var range : hours.on(date, publicHoliday)) {
            var from = range.from().toSecondOfDay() / 60;
            var to = range.to().toSecondOfDay() / 60 + (range.endsNextDay() ? 24 * 60 : 0);
            assertThat(from).as("sorted, not touching").isGreaterThan(previousEnd);
            previousEnd = to;
            for (int minute = from; minute < to; minute++) {
                open[minute] = true;
            }
        }
        assertThat(open).as(model.text()).isEqualTo(expected);
    }

    @Property
    void theTextReadAgainMeansTheSame(@ForAll("hours") HoursModel model, @ForAll("dates") LocalDate date) {
        Assume.that(!hasRuleWithoutEffect(model));
        var hours = OpeningHoursTests.hours(model.text());
        var again = OpeningHoursTests.hours(hours.text());
        assertThat(again).isEqualTo(hours);
        assertThat(again.on(date, false)).isEqualTo(hours.on(date, false));
    }

    /** French days, {@code 9h30}, slashes: put right, they mean what the correct text means. */
    @Property
    void whatPeopleWriteIsPutRightToTheSameHours(
            @ForAll("plainHours") HoursModel model, @ForAll("dates") LocalDate date) {
        var written = model.text()
                .replace("Mo", "lundi")
                .replace("Tu", "mardi")
                .replace("We", "mercredi")
                .replace("Th", "jeudi")
                .replace("Fr", "vendredi")
                .replace("Sa", "samedi")
                .replace("Su", "dimanche")
                .replace("off", "fermé")
                .replaceAll("(\\d\\d:\\d\\d),(?=\\d)", "$1 / ")
                .replaceAll("0?(\\d+):00", "$1h")
                .replaceAll("0?(\\d+):(\\d\\d)", "$1h$2");
        Assume.that(written.length() <= 255 && !hasRuleWithoutEffect(model));
        var suggestion = Objects.requireNonNull(
                WrongHoursTests.faults(written).getFirst().suggestion(), written);
        assertThat(OpeningHoursTests.hours(suggestion).on(date, false))
                .as(written)
                .isEqualTo(OpeningHoursTests.hours(model.text()).on(date, false));
    }

    @Property(tries = 3000)
    void anyTextIsAnswered(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = ' ', to = '~')
                    @CharRange(from = '\u00a0', to = '\u00ff')
                    @CharRange(from = '\u2010', to = '\u2015')
                    String text) {
        answered(text);
    }

    @Property(tries = 5000)
    void anyMixOfTheSyntaxIsAnswered(@ForAll("fragments") List<String> fragments) {
        answered(String.join("", fragments));
    }

    /** Such are refused although their meaning is clear, because it is hardly what was meant. */
    private static boolean hasRuleWithoutEffect(HoursModel model) {
        return OpeningHours.parse(model.text()) instanceof Parsed.Invalid(var faults)
                && faults.getFirst().messageKey().equals("hours.fault.overridden");
    }

    private static void answered(String text) {
        switch (OpeningHours.parse(text)) {
            case Parsed.Valid valid -> {
                for (var date = LocalDate.of(2027, 12, 20);
                        date.isBefore(LocalDate.of(2028, 3, 5));
                        date = date.plusDays(1)) {
                    for (var range : valid.hours().on(date, date.getDayOfWeek() == DayOfWeek.SUNDAY)) {
                        assertThat(range.endOn(date)).isAfter(range.startOn(date));
                    }
                }
            }
            case Parsed.Invalid invalid -> WrongHoursTests.faults(text);
        }
    }

    @Provide
    Arbitrary<List<String>> fragments() {
        return Arbitraries.of(
                        "Mo",
                        "Tu",
                        "Fr",
                        "Sa",
                        "PH",
                        "SH",
                        "-",
                        ",",
                        ";",
                        " ",
                        " ",
                        "/",
                        "||",
                        "[",
                        "]",
                        "1",
                        "-1",
                        "Jan",
                        "Feb",
                        "29",
                        "30",
                        "easter",
                        "week",
                        "53",
                        "2028",
                        "09:00",
                        "12:00",
                        "14:00-18:00",
                        "26:00",
                        "24/7",
                        "off",
                        "unknown",
                        "open",
                        "\"rdv\"",
                        "\"",
                        "+",
                        "days",
                        "sunrise",
                        "(",
                        ")",
                        ":",
                        "lundi",
                        "fermé",
                        "9h",
                        "à",
                        "Mar",
                        "–",
                        "99999999999")
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2023, 12, 25).toEpochDay(),
                        LocalDate.of(2029, 1, 10).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<HoursModel> hours() {
        return rules(seasons(), weeks(), Arbitraries.of(Join.class));
    }

    @Provide
    Arbitrary<HoursModel> plainHours() {
        var plain = weeks().filter(week -> week.nth() == 0 && week.holidays() == Week.Holidays.NOT_NAMED);
        return rules(Arbitraries.just((Season) new Season.AllYear()), plain, Arbitraries.of(Join.REPLACE));
    }

    private static Arbitrary<HoursModel> rules(
            Arbitrary<Season> seasons, Arbitrary<Week> weeks, Arbitrary<Join> joins) {
        var first = rule(seasons, weeks, Arbitraries.just(Join.REPLACE));
        var more = rule(seasons, weeks, joins).list().ofMaxSize(5);
        return Combinators.combine(first, more).as((rule, others) -> {
            var all = new java.util.ArrayList<Rule>();
            all.add(rule);
            all.addAll(others);
            return new HoursModel(all);
        });
    }

    private static Arbitrary<Rule> rule(Arbitrary<Season> seasons, Arbitrary<Week> weeks, Arbitrary<Join> joins) {
        return Arbitraries.of(true, false, false).flatMap(off -> {
            var times = off ? ranges(24 * 60).map(list -> List.<Range>of()) : ranges(24 * 60);
            var timed = off ? Arbitraries.oneOf(times, ranges(24 * 60)) : times;
            // "Jul Mo[1],PH off" reads as two rules: the first Monday of July belongs to the date there.
            return Combinators.combine(joins, seasons, weeks, timed)
                    .filter((join, season, week, ranges) ->
                            season instanceof Season.AllYear || week.nth() == 0 || week.holidays() != Week.Holidays.TOO)
                    .as((join, season, week, ranges) -> new Rule(join, season, week, ranges, off));
        });
    }

    private static Arbitrary<List<Range>> ranges(int latest) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, latest / 5 - 2),
                        Arbitraries.integers().between(1, 100))
                .as((from, length) -> new Range(from * 5, Math.min((from + length) * 5, latest)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Week> weeks() {
        var sets = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7);
        var stretches = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class), Arbitraries.integers().between(1, 6))
                .as(OpeningHoursProperties::stretch);
        var holidays = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, Week.Holidays.NOT_NAMED),
                net.jqwik.api.Tuple.of(1, Week.Holidays.ONLY),
                net.jqwik.api.Tuple.of(1, Week.Holidays.TOO));
        var listed = Combinators.combine(sets, Arbitraries.of(0, 0, 0, 1, 2, 4, 5, -1, -2), holidays)
                .as((days, nth, holiday) -> new Week(days, false, nth, holiday));
        var ranged = Combinators.combine(stretches, holidays).as((days, holiday) -> new Week(days, true, 0, holiday));
        return Arbitraries.oneOf(listed, ranged);
    }

    private static Set<DayOfWeek> stretch(DayOfWeek first, int length) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < length; i++) {
            days.add(first.plus(i));
        }
        return days;
    }

    private static Arbitrary<Season> seasons() {
        var month = Arbitraries.integers().between(1, 12);
        var day = Arbitraries.integers().between(1, 28);
        return Arbitraries.oneOf(
                Arbitraries.just(new Season.AllYear()),
                Combinators.combine(month, month).as((from, to) -> (Season) new Season.Months(from, to)),
                Combinators.combine(month, day, month, day)
                        .as((fromMonth, fromDay, toMonth, toDay) ->
                                new Season.Dates(fromMonth, fromDay, toMonth, toDay))
                        .filter(dates -> dates.fromMonth() != dates.toMonth() || dates.fromDay() <= dates.toDay())
                        .map(dates -> (Season) dates),
                Arbitraries.integers().between(2024, 2028).map(Season.Year::new),
                Combinators.combine(
                                Arbitraries.integers().between(1, 52),
                                Arbitraries.integers().between(1, 30),
                                Arbitraries.integers().between(1, 3))
                        .as((from, length, step) -> new Season.Weeks(from, Math.min(53, from + length), step)));
    }
}
