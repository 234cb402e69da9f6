package fr.guichet.branches.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Local hours hold on the days when the clocks change: skipped ones vanish, repeated ones count once. */
class LocalHoursTests {

    private static List<TimeSpan> between(String zone, String from, String to) {
        return new LocalHours(ZoneId.of(zone)).between(LocalDateTime.parse(from), LocalDateTime.parse(to));
    }

    private static TimeSpan span(String from, String to) {
        return new TimeSpan(Instant.parse(from), Instant.parse(to));
    }

    @Nested
    class WhenParisSkipsTwoToThree {

        @Test
        void hoursAfterTheGapAreOnTheWallClock() {
            assertThat(between("Europe/Paris", "2027-03-28T09:00", "2027-03-28T12:00"))
                    .containsExactly(span("2027-03-28T07:00:00Z", "2027-03-28T10:00:00Z"));
        }

        @Test
        void hoursThatSpanTheGapLoseIt() {
            assertThat(between("Europe/Paris", "2027-03-28T01:00", "2027-03-28T04:00"))
                    .containsExactly(span("2027-03-28T00:00:00Z", "2027-03-28T02:00:00Z"));
        }

        @Test
        void hoursInsideTheGapVanish() {
            assertThat(between("Europe/Paris", "2027-03-28T02:00", "2027-03-28T03:00"))
                    .isEmpty();
            assertThat(between("Europe/Paris", "2027-03-28T02:15", "2027-03-28T02:45"))
                    .isEmpty();
        }

        @Test
        void hoursThatBeginOrEndInTheGapAreCutThere() {
            assertThat(between("Europe/Paris", "2027-03-28T02:30", "2027-03-28T04:00"))
                    .containsExactly(span("2027-03-28T01:00:00Z", "2027-03-28T02:00:00Z"));
            assertThat(between("Europe/Paris", "2027-03-28T01:30", "2027-03-28T02:30"))
                    .containsExactly(span("2027-03-28T00:30:00Z", "2027-03-28T01:00:00Z"));
        }

        @Test
        void theEveningBeforeRunsAcross() {
            assertThat(between("Europe/Paris", "2027-03-27T22:00", "2027-03-28T05:00"))
                    .containsExactly(span("2027-03-27T21:00:00Z", "2027-03-28T03:00:00Z"));
        }
    }

    @Nested
    class WhenParisRepeatsTwoToThree {

        @Test
        void repeatedHoursCountOnceTheFirstTime() {
            assertThat(between("Europe/Paris", "2026-10-25T02:00", "2026-10-25T03:00"))
                    .containsExactly(span("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"));
        }

        @Test
        void hoursThatSpanTheRepeatLeaveItOut() {
            assertThat(between("Europe/Paris", "2026-10-25T01:00", "2026-10-25T04:00"))
                    .containsExactly(
                            span("2026-10-24T23:00:00Z", "2026-10-25T01:00:00Z"),
                            span("2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z"));
        }

        @Test
        void hoursThatBeginOrEndInTheRepeat() {
            assertThat(between("Europe/Paris", "2026-10-25T02:30", "2026-10-25T04:00"))
                    .containsExactly(
                            span("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"),
                            span("2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z"));
            assertThat(between("Europe/Paris", "2026-10-25T01:00", "2026-10-25T02:30"))
                    .containsExactly(span("2026-10-24T23:00:00Z", "2026-10-25T00:30:00Z"));
        }

        @Test
        void hoursFromTheEndOfTheRepeatAreTheLaterOnes() {
            assertThat(between("Europe/Paris", "2026-10-25T03:00", "2026-10-25T05:00"))
                    .containsExactly(span("2026-10-25T02:00:00Z", "2026-10-25T04:00:00Z"));
        }

        @Test
        void theDayLastsTwentyFiveHours() {
            var day = new LocalHours(ZoneId.of("Europe/Paris")).day(LocalDate.parse("2026-10-25"));
            assertThat(day.length()).isEqualTo(Duration.ofHours(25));
        }
    }

    @Nested
    class InOddZones {

        @Test
        void clocksThatChangeAtMidnight() {
            // Beirut: 2026-03-29 00:00 becomes 01:00; the day begins at one.
            assertThat(between("Asia/Beirut", "2026-03-29T00:00", "2026-03-29T09:00"))
                    .containsExactly(span("2026-03-28T22:00:00Z", "2026-03-29T06:00:00Z"));
            // ... and 2026-10-25 00:00 becomes 23:00 of the day before, which is thereby repeated.
            assertThat(between("Asia/Beirut", "2026-10-24T22:00", "2026-10-25T01:00"))
                    .containsExactly(
                            span("2026-10-24T19:00:00Z", "2026-10-24T21:00:00Z"),
                            span("2026-10-24T22:00:00Z", "2026-10-24T23:00:00Z"));
        }

        @Test
        void aDayThatTheZoneSkipped() {
            var hours = new LocalHours(ZoneId.of("Pacific/Apia"));
            assertThat(hours.day(LocalDate.parse("2011-12-30")).isEmpty()).isTrue();
            assertThat(between("Pacific/Apia", "2011-12-30T09:00", "2011-12-30T17:00"))
                    .isEmpty();
        }

        @Test
        void halfAnHourOfSummerTime() {
            assertThat(between("Australia/Lord_Howe", "2026-10-04T01:00", "2026-10-04T04:00"))
                    .containsExactly(span("2026-10-03T14:30:00Z", "2026-10-03T17:00:00Z"));
        }

        @Test
        void overseasBranchesNeverChange() {
            assertThat(between("Indian/Reunion", "2027-03-28T01:00", "2027-03-28T04:00"))
                    .containsExactly(span("2027-03-27T21:00:00Z", "2027-03-28T00:00:00Z"));
            assertThat(between("America/Martinique", "2026-10-25T01:00", "2026-10-25T04:00"))
                    .containsExactly(span("2026-10-25T05:00:00Z", "2026-10-25T08:00:00Z"));
            assertThat(between("Pacific/Noumea", "2026-10-25T09:00", "2026-10-25T12:00"))
                    .containsExactly(span("2026-10-24T22:00:00Z", "2026-10-25T01:00:00Z"));
            assertThat(between("Pacific/Marquesas", "2026-10-25T09:00", "2026-10-25T12:00"))
                    .containsExactly(span("2026-10-25T18:30:00Z", "2026-10-25T21:30:00Z"));
        }

        @Test
        void miquelonChangesByAmericanRules() {
            assertThat(between("America/Miquelon", "2027-03-14T01:00", "2027-03-14T04:00"))
                    .containsExactly(span("2027-03-14T04:00:00Z", "2027-03-14T06:00:00Z"));
        }
    }

    @Test
    void anAbsenceUntilARepeatedTimeLastsThroughBoth() {
        var hours = new LocalHours(ZoneId.of("Europe/Paris"));
        assertThat(hours.throughout(LocalDateTime.parse("2026-10-25T02:30"), LocalDateTime.parse("2026-10-25T02:30")))
                .isEqualTo(span("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"));
        assertThat(hours.throughout(LocalDateTime.parse("2027-03-28T02:10"), LocalDateTime.parse("2027-03-28T02:50"))
                        .isEmpty())
                .isTrue();
        assertThat(hours.throughout(LocalDateTime.parse("2027-03-28T09:00"), LocalDateTime.parse("2027-03-28T08:00"))
                        .isEmpty())
                .isTrue();
    }
}
