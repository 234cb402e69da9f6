package fr.guichet.branches;

import static fr.guichet.branches.SampleNetwork.MONDAY;
import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.adviser;
import static fr.guichet.branches.SampleNetwork.branch;
import static fr.guichet.branches.SampleNetwork.everyWeekday;
import static fr.guichet.branches.SampleNetwork.hours;
import static fr.guichet.branches.SampleNetwork.reason;
import static fr.guichet.branches.SampleNetwork.settings;
import static fr.guichet.branches.SampleNetwork.span;
import static fr.guichet.branches.SampleNetwork.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.events.AdviserAbsenceRecorded;
import fr.guichet.branches.events.BranchClosureRecorded;
import fr.guichet.branches.events.BranchScheduleChanged;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.PublishedEvents;

/** What is written is what schedules then say. */
@BranchesTest
class BranchAdministrationTests {

    private final BranchAdministration administration;
    private final Schedules schedules;

    BranchAdministrationTests(BranchAdministration administration, Schedules schedules) {
        this.administration = administration;
        this.schedules = schedules;
    }

    private BranchSchedule schedule(BranchId branch) {
        return schedules.of(branch).orElseThrow();
    }

    private BranchId open(NewBranch branch) {
        return administration.createBranch(SYSTEM, branch).orThrow();
    }

    private AdviserId firstAdviser(BranchId branch) {
        return schedule(branch).advisers().getFirst().id();
    }

    @Test
    void aBranchIsReadAsItWasWritten() {
        var branch = open(branch(adviser("Sophie", "MORTGAGE", "SAVINGS"), adviser("Adam")));
        var schedule = schedule(branch);
        assertThat(schedule.name()).isEqualTo("Agence de l’Hôtel de Ville");
        assertThat(schedule.address()).isEqualTo(new Address("12 rue de la République", "69002", "Lyon"));
        assertThat(schedule.zone()).isEqualTo(SampleNetwork.PARIS);
        assertThat(schedule.gridMinutes()).isEqualTo(15);
        assertThat(schedule.advisers()).extracting(AdviserSchedule::displayName).containsExactly("Adam", "Sophie");
        assertThat(schedule.advisers().getLast().skills()).containsExactlyInAnyOrder("MORTGAGE", "SAVINGS");
        assertThat(schedule.advisers().getLast().languages()).containsExactly("fr");
        assertThat(schedule.freeTime(firstAdviser(branch), MONDAY, MONDAY))
                .containsExactly(
                        span("2026-11-23T09:00", "2026-11-23T12:30"), span("2026-11-23T14:00", "2026-11-23T17:30"));
        assertThat(schedule.freeTime(AdviserId.next(), MONDAY, MONDAY)).isEmpty();
        assertThat(schedules.of(BranchId.next())).isEmpty();
    }

    @Test
    void publicHolidaysAreClosed() {
        var branch = open(branch(adviser("Sophie")));
        var christmas = LocalDate.parse("2026-12-25");
        assertThat(schedule(branch).openTime(christmas, christmas)).isEmpty();
        assertThat(schedule(branch).workingTime(firstAdviser(branch), christmas, christmas))
                .isNotEmpty();
    }

    @Test
    void overridesReplaceTheDayAndAbsencesAndClosuresTakeTime() {
        var branch = open(branch(adviser("Sophie")));
        var sophie = firstAdviser(branch);
        administration
                .setDay(SYSTEM, sophie, MONDAY, hours("11:00-12:00", "14:00-00:00"))
                .orThrow();
        administration
                .recordAbsence(SYSTEM, sophie, span("2026-11-23T15:00", "2026-11-23T16:00"), AbsenceKind.TRAINING)
                .orThrow();
        administration
                .addClosure(SYSTEM, branch, span("2026-11-23T17:00", "2026-11-25T00:00"), "Travaux")
                .orThrow();
        var schedule = schedule(branch);
        assertThat(schedule.freeTime(sophie, MONDAY, MONDAY.plusDays(1)))
                .containsExactly(
                        span("2026-11-23T11:00", "2026-11-23T12:00"),
                        span("2026-11-23T14:00", "2026-11-23T15:00"),
                        span("2026-11-23T16:00", "2026-11-23T17:00"));
        assertThat(schedule.workingTime(sophie, MONDAY, MONDAY))
                .containsExactly(
                        span("2026-11-23T11:00", "2026-11-23T12:00"), span("2026-11-23T14:00", "2026-11-24T00:00"));
        assertThat(schedule.absences(sophie, MONDAY, MONDAY))
                .singleElement()
                .satisfies(absence -> assertThat(absence.kind()).isEqualTo(AbsenceKind.TRAINING));
        assertThat(schedule.closures(MONDAY.plusDays(1), MONDAY.plusDays(7)))
                .singleElement()
                .satisfies(closure -> assertThat(closure.reason()).isEqualTo("Travaux"));
        assertThat(schedule.closures(MONDAY.plusDays(2), MONDAY.plusDays(7))).isEmpty();
    }

    @Test
    void patternsFollowOneAnotherAndAlternate() {
        var branch = open(branch(adviser("Sophie")));
        var sophie = firstAdviser(branch);
        administration
                .setPattern(
                        SYSTEM,
                        sophie,
                        new WeeklyPattern(
                                LocalDate.parse("2026-11-26"),
                                List.of(weekdays("09:00-10:00"), weekdays("16:00-17:00"))))
                .orThrow();
        var schedule = schedule(branch);
        var wednesday = LocalDate.parse("2026-11-25");
        assertThat(schedule.freeTime(sophie, wednesday, wednesday)).hasSize(2);
        assertThat(schedule.freeTime(sophie, wednesday.plusDays(2), wednesday.plusDays(5)))
                .containsExactly(
                        span("2026-11-27T09:00", "2026-11-27T10:00"), span("2026-11-30T16:00", "2026-11-30T17:00"));
    }

    @Test
    void everyChangeGivesTheScheduleANewVersion() {
        var branch = open(branch(adviser("Sophie")));
        var sophie = firstAdviser(branch);
        var seen = new ArrayList<Long>();
        seen.add(schedule(branch).version());
        administration.setPattern(SYSTEM, sophie, everyWeekday("09:00-10:00")).orThrow();
        seen.add(schedule(branch).version());
        administration.setDay(SYSTEM, sophie, MONDAY, List.of()).orThrow();
        seen.add(schedule(branch).version());
        administration
                .recordAbsence(SYSTEM, sophie, span("2026-11-23T15:00", "2026-11-23T16:00"), AbsenceKind.PLANNED)
                .orThrow();
        seen.add(schedule(branch).version());
        administration
                .addClosure(SYSTEM, branch, span("2026-12-24T12:00", "2026-12-25T00:00"), "Veille de Noël")
                .orThrow();
        seen.add(schedule(branch).version());
        administration.createAdviser(SYSTEM, branch, adviser("Karim")).orThrow();
        seen.add(schedule(branch).version());
        assertThat(seen).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void othersAreTold(PublishedEvents events) {
        var branch = open(branch(adviser("Sophie")));
        var sophie = firstAdviser(branch);
        assertThat(events.ofType(BranchScheduleChanged.class)).isEmpty();
        var closure = administration
                .addClosure(SYSTEM, branch, span("2026-12-24T12:00", "2026-12-25T00:00"), "Veille de Noël")
                .orThrow();
        var absence = administration
                .recordAbsence(SYSTEM, sophie, span("2026-11-23T15:00", "2026-11-23T16:00"), AbsenceKind.PLANNED)
                .orThrow();
        assertThat(events.ofType(BranchClosureRecorded.class))
                .containsExactly(new BranchClosureRecorded(
                        branch.value(),
                        closure.id(),
                        closure.span().start(),
                        closure.span().end()));
        assertThat(events.ofType(AdviserAbsenceRecorded.class))
                .containsExactly(new AdviserAbsenceRecorded(
                        branch.value(),
                        sophie.value(),
                        absence.id(),
                        absence.span().start(),
                        absence.span().end()));
        assertThat(events.ofType(BranchScheduleChanged.class))
                .last()
                .isEqualTo(new BranchScheduleChanged(
                        branch.value(), schedule(branch).version()));
    }

    @Test
    void hoursThatCannotBeReadAndTakenCodesAreRefusedAsAWhole() {
        var good = branch();
        var bad = new NewBranch(SampleNetwork.code(), settings("du lundi au vendredi"), List.of());
        assertThat(administration.createBranches(SYSTEM, List.of(good, bad)))
                .isEqualTo(Outcome.refused(new BranchRefusal.UnreadableHours("du lundi au vendredi")));
        open(good);
        assertThat(administration.createBranches(SYSTEM, List.of(branch(), good)))
                .isEqualTo(Outcome.refused(new BranchRefusal.CodeTaken(good.code())));
        var twice = branch();
        assertThat(administration.createBranches(SYSTEM, List.of(twice, twice)))
                .isEqualTo(Outcome.refused(new BranchRefusal.CodeTaken(twice.code())));
    }

    @Test
    void manyBranchesWithManyAdvisersAreMadeInOneGo() {
        var advisers =
                IntStream.range(0, 10).mapToObj(i -> adviser("Adviser " + i)).toArray(NewAdviser[]::new);
        var wanted = IntStream.range(0, 100).mapToObj(i -> branch(advisers)).toList();
        var made = administration.createBranches(SYSTEM, wanted).orThrow();
        assertThat(made).hasSize(100).doesNotHaveDuplicates();
        assertThat(schedule(made.get(42)).advisers()).hasSize(10);
    }

    @Test
    void reasonsAreReadAsTheyWereWritten() {
        var id = administration
                .defineReason(SYSTEM, reason("R_" + SampleNetwork.code().toUpperCase(Locale.ROOT), "MORTGAGE"))
                .orThrow();
        var reason = schedules.reason(id).orElseThrow();
        assertThat(reason.name().in(Locale.ENGLISH)).isEqualTo("Mortgage");
        assertThat(reason.name().in(Locale.GERMAN)).isEqualTo("Prêt immobilier");
        assertThat(reason.duration()).hasMinutes(45);
        assertThat(reason.requiredDocuments()).containsExactly(new Wording("Pièce d’identité", "Proof of identity"));
        assertThat(schedules.reasons()).contains(reason);
        assertThat(schedules.reason(ReasonId.next())).isEmpty();
        var branch = open(branch(adviser("Adam"), adviser("Sophie", "MORTGAGE", "SAVINGS")));
        assertThat(schedule(branch).advisers().stream().filter(reason::canBeServedBy))
                .extracting(AdviserSchedule::displayName)
                .containsExactly("Sophie");
        assertThat(reason.canBeServedBy(
                        new AdviserSchedule(AdviserId.next(), "Léa", Set.of("MORTGAGE"), Set.of(), false)))
                .isFalse();
    }
}
