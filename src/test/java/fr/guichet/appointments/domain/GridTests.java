package fr.guichet.appointments.domain;

import static fr.guichet.appointments.domain.Rosters.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starts lie on the branch's grid, counted from the local hour; skipped hours have none, repeated ones once. */
class GridTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void anOrdinaryDayHasEveryQuarterOfAnHour() {
        var points = new Grid(PARIS, 15).points(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"));

        assertThat(points.size()).isEqualTo(2 * 96);
        assertThat(Minutes.instant(points.minute(36))).isEqualTo(at(PARIS, "2026-11-23T09:00"));
        assertThat(points.firstOf(LocalDate.parse("2026-11-24"))).isEqualTo(96);
    }

    @Test
    void theHourSkippedInSpringHasNoStarts() {
        var starts = localTimes(PARIS, "2027-03-28", 15);

        assertThat(starts).hasSize(92).contains(LocalTime.of(1, 45), LocalTime.of(3, 0));
        assertThat(starts).noneMatch(time -> time.getHour() == 2);
    }

    @Test
    void theHourRepeatedInAutumnHasItsStartsOnce() {
        var starts = localTimes(PARIS, "2026-10-25", 15);

        assertThat(starts).hasSize(96).doesNotHaveDuplicates();
        var grid = new Grid(PARIS, 15);
        assertThat(grid.has(Instant.parse("2026-10-25T00:30:00Z")))
                .as("first 02:30")
                .isTrue();
        assertThat(grid.has(Instant.parse("2026-10-25T01:30:00Z")))
                .as("second 02:30")
                .isFalse();
        assertThat(grid.has(Instant.parse("2026-10-25T02:00:00Z"))).as("03:00").isTrue();
    }

    @Test
    void nineIsNineOnBothSidesOfAChange() {
        var grid = new Grid(PARIS, 15);

        assertThat(grid.has(Instant.parse("2026-10-24T07:00:00Z"))).isTrue();
        assertThat(grid.has(Instant.parse("2026-10-26T08:00:00Z"))).isTrue();
    }

    @Test
    void zonesThatAreNotWholeHoursFromGreenwichCountFromTheirOwnHour() {
        var kolkata = new Grid(ZoneId.of("Asia/Kolkata"), 20);
        assertThat(kolkata.has(Instant.parse("2026-11-23T03:30:00Z")))
                .as("09:00 local")
                .isTrue();
        assertThat(kolkata.has(Instant.parse("2026-11-23T03:50:00Z")))
                .as("09:20 local")
                .isTrue();
        assertThat(kolkata.has(Instant.parse("2026-11-23T04:00:00Z")))
                .as("09:30 local")
                .isFalse();

        var kathmandu = new Grid(ZoneId.of("Asia/Kathmandu"), 30);
        assertThat(kathmandu.has(Instant.parse("2026-11-23T03:15:00Z")))
                .as("09:00 local")
                .isTrue();
        assertThat(kathmandu.has(Instant.parse("2026-11-23T03:30:00Z")))
                .as("09:15 local")
                .isFalse();
    }

    @Test
    void aGridThatDoesNotDivideTheHourBeginsAgainAtEachHour() {
        assertThat(localTimes(PARIS, "2026-11-23", 25).subList(0, 4))
                .containsExactly(LocalTime.of(0, 0), LocalTime.of(0, 25), LocalTime.of(0, 50), LocalTime.of(1, 0));
    }

    @Test
    void halfHourChangesOfLordHoweHold() {
        var zone = ZoneId.of("Australia/Lord_Howe");

        assertThat(localTimes(zone, "2026-10-04", 15))
                .hasSize(94)
                .doesNotContain(LocalTime.of(2, 0), LocalTime.of(2, 15));
        assertThat(localTimes(zone, "2027-04-04", 15)).hasSize(96);
    }

    @Test
    void aDayWithoutMidnightBeginsLater() {
        var zone = ZoneId.of("Africa/Cairo");

        assertThat(localTimes(zone, "2026-04-24", 15)).hasSize(92).startsWith(LocalTime.of(1, 0));
    }

    @Test
    void secondsAreOffTheGrid() {
        var grid = new Grid(PARIS, 15);

        assertThat(grid.has(Instant.parse("2026-11-23T08:00:01Z"))).isFalse();
        assertThat(grid.has(Instant.parse("2026-11-23T08:00:00.000000001Z"))).isFalse();
    }

    private static List<LocalTime> localTimes(ZoneId zone, String date, int minutes) {
        var day = LocalDate.parse(date);
        var points = new Grid(zone, minutes).points(day, day);
        return IntStream.range(0, points.size())
                .mapToObj(index -> Minutes.instant(points.minute(index)).atZone(zone))
                .peek(start -> assertThat(start.toLocalDate()).isEqualTo(day))
                .map(start -> start.toLocalTime())
                .toList();
    }
}
