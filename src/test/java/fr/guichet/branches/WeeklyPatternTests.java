package fr.guichet.branches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.branches.domain.AdviserHours;
import fr.guichet.branches.domain.WorkingDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Weeks alternate by counting from the ISO week of the start, never by the parity of the week's number. */
class WeeklyPatternTests {

    private static final List<LocalTimeRange> MORNING = List.of(hours("09:00", "12:00"));
    private static final List<LocalTimeRange> AFTERNOON = List.of(hours("14:00", "18:00"));

    private static LocalTimeRange hours(String from, String to) {
        return new LocalTimeRange(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static WeeklyPattern alternating(String validFrom) {
        return new WeeklyPattern(
                LocalDate.parse(validFrom),
                List.of(Map.of(DayOfWeek.MONDAY, MORNING), Map.of(DayOfWeek.MONDAY, AFTERNOON)));
    }

    @Test
    void theWeekOfTheStartIsTheFirst() {
        // A Thursday: the Monday before it is in the same week, the Monday after it in the second.
        var pattern = alternating("2026-11-19");
        assertThat(pattern.on(LocalDate.parse("2026-11-23"))).isEqualTo(AFTERNOON);
        assertThat(pattern.on(LocalDate.parse("2026-11-30"))).isEqualTo(MORNING);
    }

    @Test
    void aSundayBelongsToTheWeekThatItEnds() {
        var pattern = alternating("2026-11-22");
        assertThat(pattern.on(LocalDate.parse("2026-11-23"))).isEqualTo(AFTERNOON);
    }

    @Test
    void aYearOfFiftyThreeWeeksDoesNotUpsetTheTurn() {
        // 2026 has 53 ISO weeks: weeks 53 and 1 are both odd and yet take turns.
        var pattern = alternating("2026-12-21");
        assertThat(pattern.on(LocalDate.parse("2026-12-21"))).isEqualTo(MORNING);
        assertThat(pattern.on(LocalDate.parse("2026-12-28"))).isEqualTo(AFTERNOON);
        assertThat(pattern.on(LocalDate.parse("2027-01-04"))).isEqualTo(MORNING);
        assertThat(pattern.on(LocalDate.parse("2027-01-11"))).isEqualTo(AFTERNOON);
    }

    @Property
    void alternatingWeeksComeBackEveryFourteenDaysForYears(
            @ForAll @IntRange(min = 0, max = 4000) int start, @ForAll @IntRange(min = 0, max = 1500) int weeks) {
        var validFrom = LocalDate.of(2020, 1, 1).plusDays(start);
        var pattern = alternating(validFrom.toString());
        var firstMonday = validFrom.minusDays(validFrom.getDayOfWeek().getValue() - 1L);
        var monday = firstMonday.plusWeeks(weeks);
        assertThat(pattern.on(monday)).isEqualTo(weeks % 2 == 0 ? MORNING : AFTERNOON);
        assertThat(pattern.on(monday.plusWeeks(2))).isEqualTo(pattern.on(monday));
        assertThat(pattern.on(monday.plusWeeks(1))).isNotEqualTo(pattern.on(monday));
    }

    @Property
    void oneWeekComesBackEverySevenDays(@ForAll @IntRange(min = 0, max = 4000) int days) {
        var pattern = new WeeklyPattern(LocalDate.of(2020, 1, 1), List.of(Map.of(DayOfWeek.MONDAY, MORNING)));
        var day = LocalDate.of(2020, 1, 1).plusDays(days);
        assertThat(pattern.on(day)).isEqualTo(day.getDayOfWeek() == DayOfWeek.MONDAY ? MORNING : List.of());
    }

    @Test
    void theLatestPatternThatHasBegunWins() {
        var old = new WeeklyPattern(LocalDate.parse("2026-01-05"), List.of(Map.of(DayOfWeek.MONDAY, MORNING)));
        var recent = new WeeklyPattern(LocalDate.parse("2026-11-24"), List.of(Map.of(DayOfWeek.MONDAY, AFTERNOON)));
        var hours = new AdviserHours(List.of(recent, old), Map.of(), List.of());
        assertThat(hours.on(LocalDate.parse("2025-12-29"))).isEmpty();
        assertThat(hours.on(LocalDate.parse("2026-11-23"))).isEqualTo(MORNING);
        assertThat(hours.on(LocalDate.parse("2026-11-30"))).isEqualTo(AFTERNOON);
    }

    @Test
    void anOverrideReplacesTheDayWhateverThePatternSays() {
        var pattern = new WeeklyPattern(LocalDate.parse("2026-11-23"), List.of(Map.of(DayOfWeek.MONDAY, MORNING)));
        var hours = new AdviserHours(
                List.of(pattern),
                Map.of(
                        LocalDate.parse("2026-11-16"), AFTERNOON,
                        LocalDate.parse("2026-11-23"), AFTERNOON,
                        LocalDate.parse("2026-11-30"), List.of()),
                List.of());
        assertThat(hours.on(LocalDate.parse("2026-11-16"))).isEqualTo(AFTERNOON);
        assertThat(hours.on(LocalDate.parse("2026-11-23"))).isEqualTo(AFTERNOON);
        assertThat(hours.on(LocalDate.parse("2026-11-30"))).isEmpty();
        assertThat(hours.on(LocalDate.parse("2026-12-07"))).isEqualTo(MORNING);
    }

    @Test
    void hoursOfADayStayWithinItAndDoNotOverlap() {
        assertThat(WorkingDay.isValid(List.of(hours("14:00", "00:00"), hours("09:00", "14:00"))))
                .isTrue();
        assertThat(WorkingDay.isValid(List.of(hours("00:00", "00:00")))).isTrue();
        assertThat(WorkingDay.isValid(List.of(hours("09:00", "12:00"), hours("11:45", "14:00"))))
                .isFalse();
        assertThat(WorkingDay.isValid(List.of(hours("20:00", "00:00"), hours("22:00", "23:00"))))
                .isFalse();
        assertThat(WorkingDay.isValid(List.of(hours("22:00", "02:00")))).isFalse();
        assertThat(WorkingDay.isValid(List.of(hours("12:00", "12:00")))).isFalse();
        assertThat(WorkingDay.isValid(List.of(hours("09:00", "12:00"), hours("09:00", "12:00"))))
                .isFalse();
        assertThatThrownBy(() -> new WeeklyPattern(
                        LocalDate.parse("2026-11-23"),
                        List.of(Map.of(DayOfWeek.MONDAY, List.of(hours("22:00", "02:00"))))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
