package fr.guichet.branches.application;

import static fr.guichet.branches.SampleNetwork.MONDAY;
import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.adviser;
import static fr.guichet.branches.SampleNetwork.branch;
import static fr.guichet.branches.SampleNetwork.everyWeekday;
import static fr.guichet.branches.SampleNetwork.hours;
import static fr.guichet.branches.SampleNetwork.settings;
import static fr.guichet.branches.SampleNetwork.span;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.BranchesTest;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many hands on one branch: nobody overwrites what he has not seen, and every change moves the version. */
@BranchesTest
class ConcurrentEditTests {

    private static final int HANDS = 16;

    private final BranchAdministration administration;
    private final BranchEditing branches;
    private final AdviserEditing advisers;
    private final AdviserRows rows;
    private final Schedules schedules;
    private final JdbcClient jdbc;
    private BranchId branch = BranchId.next();
    private AdviserId sophie = AdviserId.next();
    private AdviserId karim = AdviserId.next();

    ConcurrentEditTests(
            BranchAdministration administration,
            BranchEditing branches,
            AdviserEditing advisers,
            AdviserRows rows,
            Schedules schedules,
            JdbcClient jdbc) {
        this.administration = administration;
        this.branches = branches;
        this.advisers = advisers;
        this.rows = rows;
        this.schedules = schedules;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void openABranch() {
        branch = administration
                .createBranch(SYSTEM, branch(adviser("Karim"), adviser("Sophie")))
                .orThrow();
        var there = schedules.of(branch).orElseThrow().advisers();
        karim = there.getFirst().id();
        sophie = there.getLast().id();
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : hands.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static <T> List<Callable<T>> each(IntFunction<T> work) {
        return IntStream.range(0, HANDS)
                .mapToObj(i -> (Callable<T>) () -> work.apply(i))
                .toList();
    }

    @Test
    void ofThoseWhoSawTheSameAdviserOneWins() throws Exception {
        var seen = rows.version(sophie);
        var outcomes = together(each(i -> i % 2 == 0
                ? advisers.setPattern(SYSTEM, sophie, seen, everyWeekday("09:00-1" + i % 10 + ":30"))
                : advisers.setDay(SYSTEM, sophie, seen, MONDAY.plusDays(i), hours("09:00-10:00"))));
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals(Outcome.refused(new BranchRefusal.Stale())))
                .hasSize(HANDS - 1);
        assertThat(rows.version(sophie)).isEqualTo(seen + 1);
    }

    @Test
    void ofThoseWhoSawTheSameBranchOneWins() throws Exception {
        var outcomes =
                together(each(i -> branches.change(SYSTEM, branch, 1, settings("Mo-Sa 09:00-1" + i % 10 + ":30"))));
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    }

    @Test
    void noChangeIsLostAndMemoryEndsWithTheLast() throws Exception {
        var before = schedules.of(branch).orElseThrow().version();
        together(each(i -> switch (i % 4) {
            case 0 ->
                administration.recordAbsence(
                        SYSTEM, sophie, span("2026-11-23T09:0" + i % 10, "2026-11-23T10:00"), AbsenceKind.PLANNED);
            case 1 ->
                administration.addClosure(
                        SYSTEM, branch, span("2026-12-24T12:00", "2026-12-25T00:00"), "Fermeture " + i);
            case 2 -> administration.setDay(SYSTEM, karim, MONDAY.plusDays(i), List.of());
            default -> schedules.of(branch);
        }));
        var after = schedules.of(branch).orElseThrow();
        assertThat(after.version())
                .isGreaterThan(before)
                .isEqualTo(jdbc.sql("select schedule_version from branches.branch where id = :id")
                        .param("id", branch.value())
                        .query(Long.class)
                        .single());
        assertThat(after.absences(sophie, MONDAY, MONDAY)).hasSize(HANDS / 4);
        assertThat(after.closures(MONDAY, MONDAY.plusDays(60))).hasSize(HANDS / 4);
        assertThat(rows.version(sophie)).isEqualTo(1 + HANDS / 4);
        assertThat(rows.version(karim)).isEqualTo(1 + HANDS / 4);
    }

    @Test
    void aCodeIsTakenOnce() throws Exception {
        var wanted = new NewBranch(branch().code(), settings("24/7"), List.of());
        var outcomes = together(each(_ -> administration.createBranch(SYSTEM, wanted)));
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.equals(Outcome.refused(new BranchRefusal.CodeTaken(wanted.code()))))
                .hasSize(HANDS - 1);
    }
}
