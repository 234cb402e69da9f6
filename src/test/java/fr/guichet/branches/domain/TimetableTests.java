package fr.guichet.branches.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.ClosureView;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Free time is working time within open time, less absences. */
class TimetableTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private static List<LocalTimeRange> hours(String... ranges) {
        return Arrays.stream(ranges)
                .map(range -> range.split("-"))
                .map(ends -> new LocalTimeRange(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toList();
    }

    private static TimeSpan span(String from, String to) {
        return new TimeSpan(Instant.parse(from), Instant.parse(to));
    }

    private static BranchHours open(Function<LocalDate, List<LocalTimeRange>> hours, TimeSpan... closures) {
        return new BranchHours(
                PARIS,
                hours,
                Arrays.stream(closures)
                        .map(closure -> new ClosureView(UUID.randomUUID(), closure, "Travaux"))
                        .toList());
    }

    private static AdviserHours working(List<LocalTimeRange> everyDay, TimeSpan... absences) {
        var week = new EnumMap<DayOfWeek, List<LocalTimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, everyDay);
        }
        var adviser = AdviserId.next();
        return new AdviserHours(
                List.of(new WeeklyPattern(LocalDate.parse("2026-01-05"), List.of(week))),
                Map.of(),
                Arrays.stream(absences)
                        .map(absence -> new AbsenceView(UUID.randomUUID(), adviser, absence, AbsenceKind.PLANNED))
                        .toList());
    }

    @Test
    void freeTimeIsWorkingTimeWithinOpenTimeLessAbsences() {
        var branch = open(day -> hours("09:00-12:30", "14:00-18:00"));
        var adviser =
                working(hours("08:00-13:00", "15:00-19:00"), span("2026-11-23T15:00:00Z", "2026-11-23T15:30:00Z"));
        assertThat(Timetable.free(branch, adviser, MONDAY, MONDAY))
                .containsExactly(
                        span("2026-11-23T08:00:00Z", "2026-11-23T11:30:00Z"),
                        span("2026-11-23T14:00:00Z", "2026-11-23T15:00:00Z"),
                        span("2026-11-23T15:30:00Z", "2026-11-23T17:00:00Z"));
    }

    @Test
    void receivingTimeIsWorkingTimeWithinOpenTimeAbsentOrNot() {
        var branch = open(day -> hours("09:00-12:30", "14:00-18:00"));
        var adviser =
                working(hours("08:00-13:00", "15:00-19:00"), span("2026-11-23T15:00:00Z", "2026-11-23T15:30:00Z"));
        assertThat(Timetable.receiving(branch, adviser, MONDAY, MONDAY))
                .containsExactly(
                        span("2026-11-23T08:00:00Z", "2026-11-23T11:30:00Z"),
                        span("2026-11-23T14:00:00Z", "2026-11-23T17:00:00Z"));
    }

    @Test
    void aClosureTakesItsTimeFromTheBranchNotFromTheWorkingHours() {
        var branch = open(day -> hours("09:00-18:00"), span("2026-11-23T11:00:00Z", "2026-11-24T11:00:00Z"));
        var adviser = working(hours("09:00-18:00"));
        assertThat(Timetable.open(branch, MONDAY, TUESDAY))
                .containsExactly(
                        span("2026-11-23T08:00:00Z", "2026-11-23T11:00:00Z"),
                        span("2026-11-24T11:00:00Z", "2026-11-24T17:00:00Z"));
        assertThat(Timetable.free(branch, adviser, MONDAY, TUESDAY)).isEqualTo(Timetable.open(branch, MONDAY, TUESDAY));
        assertThat(Timetable.working(branch, adviser, MONDAY, MONDAY))
                .containsExactly(span("2026-11-23T08:00:00Z", "2026-11-23T17:00:00Z"));
    }

    @Test
    void hoursPastMidnightBelongToBothDaysAndAreWholeWhenAskedTogether() {
        var branch = open(day -> day.equals(MONDAY) ? hours("22:00-02:00") : List.of());
        assertThat(Timetable.open(branch, MONDAY, MONDAY))
                .containsExactly(span("2026-11-23T21:00:00Z", "2026-11-23T23:00:00Z"));
        assertThat(Timetable.open(branch, TUESDAY, TUESDAY))
                .containsExactly(span("2026-11-23T23:00:00Z", "2026-11-24T01:00:00Z"));
        assertThat(Timetable.open(branch, MONDAY, TUESDAY))
                .containsExactly(span("2026-11-23T21:00:00Z", "2026-11-24T01:00:00Z"));
    }

    @Test
    void hoursPastMidnightMeetTheNextDaysHours() {
        var branch = open(day -> hours("22:00-02:00", "01:00-03:00"));
        assertThat(Timetable.open(branch, TUESDAY, TUESDAY))
                .containsExactly(
                        span("2026-11-23T23:00:00Z", "2026-11-24T02:00:00Z"),
                        span("2026-11-24T21:00:00Z", "2026-11-24T23:00:00Z"));
    }

    @Test
    void openAllDayEveryDayIsOneSpan() {
        var branch = open(day -> hours("00:00-00:00"));
        assertThat(Timetable.open(branch, MONDAY, TUESDAY))
                .containsExactly(span("2026-11-22T23:00:00Z", "2026-11-24T23:00:00Z"));
    }

    @Test
    void workUntilMidnightAndFromMidnightIsOneStretch() {
        var branch = open(day -> hours("22:00-02:00"));
        var adviser = working(hours("00:00-01:00", "22:00-00:00"));
        assertThat(Timetable.free(branch, adviser, MONDAY, TUESDAY))
                .contains(span("2026-11-23T21:00:00Z", "2026-11-24T00:00:00Z"));
    }

    @Test
    void onTheDayTheClocksGoForwardNineIsNine() {
        var sunday = LocalDate.parse("2027-03-28");
        var branch = open(day -> hours("01:00-10:00"));
        var adviser = working(hours("00:00-09:30"));
        assertThat(Timetable.free(branch, adviser, sunday, sunday))
                .containsExactly(span("2027-03-28T00:00:00Z", "2027-03-28T07:30:00Z"));
    }

    @Test
    void onTheDayTheClocksGoBackTheRepeatedHourIsThereOnce() {
        var sunday = LocalDate.parse("2026-10-25");
        var branch = open(day -> hours("00:00-00:00"));
        var adviser = working(hours("02:00-03:30"));
        assertThat(Timetable.free(branch, adviser, sunday, sunday))
                .containsExactly(
                        span("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"),
                        span("2026-10-25T02:00:00Z", "2026-10-25T02:30:00Z"));
    }

    @Test
    void anEmptyRangeOfDatesHasNothing() {
        var branch = open(day -> hours("09:00-18:00"));
        assertThat(Timetable.open(branch, TUESDAY, MONDAY)).isEmpty();
        assertThat(Timetable.free(branch, working(hours("09:00-18:00")), TUESDAY, MONDAY))
                .isEmpty();
    }
}
