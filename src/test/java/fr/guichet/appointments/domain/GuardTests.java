package fr.guichet.appointments.domain;

import static fr.guichet.appointments.domain.Rosters.adviserId;
import static fr.guichet.appointments.domain.Rosters.at;
import static fr.guichet.appointments.domain.Rosters.paris;
import static fr.guichet.appointments.domain.Rosters.reason;
import static fr.guichet.appointments.domain.Rosters.visit;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.AdviserAbsent;
import fr.guichet.appointments.AppointmentRefusal.AdviserNotQualified;
import fr.guichet.appointments.AppointmentRefusal.BeyondHorizon;
import fr.guichet.appointments.AppointmentRefusal.BranchClosed;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.NoticeTooShort;
import fr.guichet.appointments.AppointmentRefusal.ReasonNotOffered;
import fr.guichet.appointments.AppointmentRefusal.SlotInPast;
import fr.guichet.appointments.AppointmentRefusal.SlotOffGrid;
import fr.guichet.appointments.AppointmentRefusal.SlotTaken;
import fr.guichet.branches.VisitReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One rule each. */
class GuardTests {

    private static final String DAY = "2026-11-23";
    private static final String MORNING = DAY + "T09:00/" + DAY + "T12:00";
    private static final Instant NOW = paris("2026-11-20T10:00");
    private static final VisitReason HALF_HOUR = reason(30, 0, 0);

    @Test
    void aStartBeforeNowIsPast() {
        assertThat(start(HALF_HOUR, NOW.minusNanos(1))).contains(new SlotInPast());
        assertThat(start(HALF_HOUR, NOW)).isEmpty();
    }

    @Test
    void absurdInstantsAreRefusedLikeOthers() {
        assertThat(start(HALF_HOUR, Instant.MIN)).contains(new SlotInPast());
        assertThat(start(HALF_HOUR, Instant.MAX)).containsInstanceOf(BeyondHorizon.class);
    }

    @Test
    void aStartBetweenGridLinesIsOffTheGrid() {
        assertThat(start(HALF_HOUR, paris(DAY + "T09:10"))).contains(new SlotOffGrid(15));
    }

    @Test
    void noticeIsKeptToTheMinute() {
        var reason = reason(30, 0, 0, Duration.ofHours(2), 60);

        assertThat(start(reason, paris("2026-11-20T11:45"))).contains(new NoticeTooShort(paris("2026-11-20T12:00")));
        assertThat(start(reason, paris("2026-11-20T12:00"))).isEmpty();
    }

    @Test
    void theHorizonEndsWithTheLocalDay() {
        var reason = reason(30, 0, 0, Duration.ZERO, 3);

        assertThat(start(reason, paris("2026-11-23T23:45"))).isEmpty();
        assertThat(start(reason, paris("2026-11-24T00:00"))).contains(new BeyondHorizon(LocalDate.parse("2026-11-23")));
    }

    @Test
    void theHorizonCountsFromTodayInTheBranchsZone() {
        var noumea = ZoneId.of("Pacific/Noumea");
        var reason = reason(30, 0, 0, Duration.ZERO, 1);
        // 20 November, 15:00 in Paris: already the 21st in Nouméa, so the 22nd is the last day there.
        var guard = new Guard(reason, Instant.parse("2026-11-20T14:00:00Z"));
        var grid = new Grid(noumea, 15);

        assertThat(guard.judgeStart(grid, at(noumea, "2026-11-22T16:00"))).isEmpty();
        assertThat(guard.judgeStart(grid, at(noumea, "2026-11-23T08:00")))
                .contains(new BeyondHorizon(LocalDate.parse("2026-11-22")));
    }

    @Test
    void aVisitMustEndByTheEndOfTheFreeTime() {
        var roster = Rosters.on(DAY).adviser(1, Set.of(), MORNING).build();

        assertThat(judge(roster, HALF_HOUR, "T11:30", null)).isInstanceOf(Guard.Verdict.Passed.class);
        assertThat(refusal(roster, HALF_HOUR, "T11:45", null)).isInstanceOf(AdviserAbsent.class);
    }

    @Test
    void buffersMayReachOutOfTheFreeTime() {
        var roster = Rosters.on(DAY).adviser(1, Set.of(), MORNING).build();

        assertThat(judge(roster, reason(30, 15, 15), "T09:00", null)).isInstanceOf(Guard.Verdict.Passed.class);
        assertThat(judge(roster, reason(30, 15, 15), "T11:30", null)).isInstanceOf(Guard.Verdict.Passed.class);
    }

    @Test
    void outsideOpeningHoursTheBranchIsClosed() {
        var roster = Rosters.on(DAY).adviser(1, Set.of(), MORNING).build();

        assertThat(refusal(roster, HALF_HOUR, "T07:45", null)).isInstanceOf(BranchClosed.class);
        assertThat(refusal(roster, HALF_HOUR, "T18:45", null)).isInstanceOf(BranchClosed.class);
        assertThat(refusal(roster, HALF_HOUR, "T14:00", null)).isInstanceOf(AdviserAbsent.class);
    }

    @Test
    void neighbouringBuffersAddUp() {
        var roster = Rosters.on(DAY).adviser(1, Set.of(), MORNING).build();
        var book = new DayBook(List.of(visit(1, DAY + "T10:00", 30, 0, 10)));

        var after = reason(30, 5, 0);
        assertThat(refusal(roster, book, after, "T10:30", null)).isInstanceOf(SlotTaken.class);
        assertThat(judge(roster, book, after, "T10:45", null)).isInstanceOf(Guard.Verdict.Passed.class);
        var before = reason(30, 0, 15);
        assertThat(judge(roster, book, before, "T09:15", null)).isInstanceOf(Guard.Verdict.Passed.class);
        assertThat(refusal(roster, book, before, "T09:30", null)).isInstanceOf(SlotTaken.class);
    }

    @Test
    void aHoldThatRanOutIsNotInTheWay() {
        var roster = Rosters.on(DAY).adviser(1, Set.of(), MORNING).build();
        var times = new VisitShape(30, 0, 0).startingAt(paris(DAY + "T10:00"));
        var lapsed = new DayBook.Entry(UUID.randomUUID(), adviserId(1), times, true, NOW, null);
        var alive = new DayBook.Entry(UUID.randomUUID(), adviserId(1), times, true, NOW.plusNanos(1), null);

        assertThat(judge(roster, new DayBook(List.of(lapsed)), HALF_HOUR, "T10:00", null))
                .isInstanceOf(Guard.Verdict.Passed.class);
        assertThat(refusal(roster, new DayBook(List.of(alive)), HALF_HOUR, "T10:00", null))
                .isInstanceOf(SlotTaken.class);
        assertThat(new DayBook(List.of(lapsed, alive)).lapsed(adviserId(1), times, NOW))
                .containsExactly(lapsed.id());
    }

    @Test
    void skillsDecideWhoMayReceive() {
        var loan = reason(30, 0, 0, "LOAN");
        var roster = Rosters.on(DAY)
                .adviser(1, Set.of(), MORNING)
                .adviser(2, Set.of("LOAN", "SAVINGS"), MORNING)
                .build();

        assertThat(passed(judge(roster, loan, "T09:00", null))).containsExactly(adviserId(2));
        assertThat(refusal(roster, loan, "T09:00", 1)).isInstanceOf(AdviserNotQualified.class);
        assertThat(refusal(roster, loan, "T09:00", 3)).isInstanceOf(NotFound.class);
        assertThat(refusal(roster, reason(30, 0, 0, "ESTATE"), "T09:00", null)).isInstanceOf(ReasonNotOffered.class);
    }

    @Test
    void whoeverLeftReceivesNobody() {
        var roster = Rosters.on(DAY)
                .adviser(1, Set.of(), false, MORNING)
                .adviser(2, Set.of(), MORNING)
                .build();

        assertThat(refusal(roster, HALF_HOUR, "T09:00", 1)).isInstanceOf(AdviserNotQualified.class);
        assertThat(passed(judge(roster, HALF_HOUR, "T09:00", null))).containsExactly(adviserId(2));
    }

    @Test
    void anyAdviserIsTheOneWithTheLightestDay() {
        var roster = Rosters.on(DAY)
                .adviser(1, Set.of(), MORNING)
                .adviser(2, Set.of(), MORNING)
                .adviser(3, Set.of(), MORNING)
                .build();
        var book = new DayBook(List.of(
                visit(1, DAY + "T11:00", 60, 0, 0),
                visit(2, DAY + "T10:00", 15, 0, 0),
                visit(2, DAY + "T11:00", 15, 0, 0),
                visit(3, DAY + "T11:00", 30, 0, 30)));

        assertThat(passed(judge(roster, book, HALF_HOUR, "T09:00", null)))
                .as("30 minutes each for 2 and 3, whatever the buffers and the number of visits; then by identifier")
                .containsExactly(adviserId(2), adviserId(3), adviserId(1));
    }

    @Test
    void otherDaysDoNotWeigh() {
        var roster = Rosters.on(DAY)
                .adviser(1, Set.of(), MORNING)
                .adviser(2, Set.of(), MORNING)
                .build();
        var book = new DayBook(List.of(
                visit(1, "2026-11-22T10:00", 60, 0, 0),
                visit(1, "2026-11-24T00:00", 60, 0, 0),
                visit(2, DAY + "T11:00", 15, 0, 0)));

        assertThat(passed(judge(roster, book, HALF_HOUR, "T09:00", null))).startsWith(adviserId(1));
    }

    @Test
    void aVisitThatMovesIsNotInItsOwnWay() {
        var roster = Rosters.on(DAY).adviser(1, Set.of(), MORNING).build();
        var itself = visit(1, DAY + "T10:00", 30, 0, 0);
        var book = new DayBook(List.of(itself));

        assertThat(refusal(roster, book, HALF_HOUR, "T10:15", null)).isInstanceOf(SlotTaken.class);
        assertThat(judge(roster, book.without(itself.id()), HALF_HOUR, "T10:15", null))
                .isInstanceOf(Guard.Verdict.Passed.class);
    }

    private static Optional<AppointmentRefusal> start(VisitReason reason, Instant start) {
        return new Guard(reason, NOW).judgeStart(new Grid(ZoneId.of("Europe/Paris"), 15), start);
    }

    private static Guard.Verdict judge(Roster roster, VisitReason reason, String time, @Nullable Integer adviser) {
        return judge(roster, new DayBook(List.of()), reason, time, adviser);
    }

    private static Guard.Verdict judge(
            Roster roster, DayBook book, VisitReason reason, String time, @Nullable Integer adviser) {
        return new Guard(reason, NOW)
                .judge(
                        roster,
                        book,
                        VisitShape.of(reason).startingAt(paris(DAY + time)),
                        adviser == null ? null : adviserId(adviser));
    }

    private static AppointmentRefusal refusal(
            Roster roster, VisitReason reason, String time, @Nullable Integer adviser) {
        return refusal(roster, new DayBook(List.of()), reason, time, adviser);
    }

    private static AppointmentRefusal refusal(
            Roster roster, DayBook book, VisitReason reason, String time, @Nullable Integer adviser) {
        return ((Guard.Verdict.Refused) judge(roster, book, reason, time, adviser)).why();
    }

    private static List<fr.guichet.shared.AdviserId> passed(Guard.Verdict verdict) {
        return ((Guard.Verdict.Passed) verdict).advisers();
    }
}
