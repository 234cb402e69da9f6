package fr.guichet.branches.caching;

import static fr.guichet.branches.SampleNetwork.MONDAY;
import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.adviser;
import static fr.guichet.branches.SampleNetwork.branch;
import static fr.guichet.branches.SampleNetwork.code;
import static fr.guichet.branches.SampleNetwork.reason;
import static fr.guichet.branches.SampleNetwork.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.BranchesTest;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.application.ScheduleChanges;
import fr.guichet.branches.persistence.ReasonRows;
import fr.guichet.branches.persistence.ScheduleReader;
import fr.guichet.branches.persistence.ScheduleVersions;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Memory is quick, and never says what the database no longer says, or does not say yet. */
@BranchesTest
class ScheduleCacheTests {

    private final BranchAdministration administration;
    private final Schedules here;
    private final ScheduleChanges changes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ScheduleReader reader;
    private final ScheduleVersions versions;
    private final ReasonRows reasonRows;

    /** Another instance of Guichet on the same database, with a clock that we turn. */
    private final ReasonCache otherReasons;

    private final ScheduleCache other;
    private final AtomicLong nanos = new AtomicLong();
    private BranchId branch = BranchId.next();
    private AdviserId sophie = AdviserId.next();

    ScheduleCacheTests(
            BranchAdministration administration,
            Schedules here,
            ScheduleChanges changes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ScheduleReader reader,
            ScheduleVersions versions,
            ReasonRows reasonRows,
            Clock clock) {
        this.administration = administration;
        this.here = here;
        this.changes = changes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.reader = mock(ScheduleReader.class, delegatesTo(reader));
        this.versions = mock(ScheduleVersions.class, delegatesTo(versions));
        this.reasonRows = mock(ReasonRows.class, delegatesTo(reasonRows));
        this.otherReasons = new ReasonCache(this.reasonRows, this.versions, nanos::get);
        this.other = new ScheduleCache(this.reader, this.versions, otherReasons, clock, nanos::get);
    }

    @BeforeEach
    void openABranch() {
        branch = administration.createBranch(SYSTEM, branch(adviser("Sophie"))).orThrow();
        sophie = here.of(branch).orElseThrow().advisers().getFirst().id();
    }

    private void close() {
        administration
                .addClosure(SYSTEM, branch, span("2026-11-23T00:00", "2026-11-24T00:00"), "Travaux")
                .orThrow();
    }

    private boolean isOpen(ScheduleCache cache) {
        return isOpen(cache.recent(branch).orElseThrow());
    }

    private static boolean isOpen(BranchSchedule schedule) {
        return !schedule.openTime(MONDAY, MONDAY).isEmpty();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void forTwoSecondsTheDatabaseIsNotAsked() {
        other.recent(branch);
        clearInvocations(reader, versions, reasonRows);
        pass(Duration.ofMillis(1_999));
        for (int i = 0; i < 100; i++) {
            other.recent(branch);
        }
        verifyNoInteractions(reader, versions, reasonRows);
    }

    @Test
    void thenOneSmallQueryIsEnoughWhileNothingChanges() {
        other.recent(branch);
        clearInvocations(reader, versions, reasonRows);
        pass(Duration.ofSeconds(2));
        other.recent(branch);
        other.recent(branch);
        verify(versions, times(1)).of(branch);
        verifyNoMoreInteractions(reader, versions, reasonRows);
    }

    @Test
    void aChangeByAnotherInstanceIsSeenAfterTwoSecondsAtMostAndAtOnceByABooking() {
        assertThat(isOpen(other)).isTrue();
        close();
        assertThat(isOpen(other)).isTrue();
        assertThat(isOpen(other.confirm(branch).orElseThrow())).isFalse();
        assertThat(isOpen(other)).isFalse();
    }

    @Test
    void aChangeByAnotherInstanceIsSeenAfterTwoSecondsWithoutAnyBooking() {
        assertThat(isOpen(other)).isTrue();
        close();
        pass(Duration.ofSeconds(2));
        assertThat(isOpen(other)).isFalse();
    }

    @Test
    void aChangeOfOnesOwnIsSeenAtOnce() {
        assertThat(isOpen(here.of(branch).orElseThrow())).isTrue();
        close();
        assertThat(isOpen(here.of(branch).orElseThrow())).isFalse();
    }

    @Test
    void aChangeIsSeenWithinItsTransactionAndByNobodyElseIfItIsRolledBack() {
        assertThat(isOpen(here.of(branch).orElseThrow())).isTrue();
        transaction.executeWithoutResult(status -> {
            close();
            assertThat(isOpen(here.of(branch).orElseThrow())).isFalse();
            assertThat(isOpen(here.confirmed(branch).orElseThrow())).isFalse();
            status.setRollbackOnly();
        });
        assertThat(isOpen(here.of(branch).orElseThrow())).isTrue();
        assertThat(isOpen(here.confirmed(branch).orElseThrow())).isTrue();
    }

    @Test
    void aVersionThatWasRolledBackNeverComesAgain() {
        var seen = new AtomicLong();
        transaction.executeWithoutResult(status -> {
            close();
            seen.set(here.of(branch).orElseThrow().version());
            status.setRollbackOnly();
        });
        administration.setDay(SYSTEM, sophie, MONDAY, List.of()).orThrow();
        assertThat(here.of(branch).orElseThrow().version()).isGreaterThan(seen.get());
    }

    @Test
    void whatASlowReaderBringsBackDoesNotHideANewerChange() {
        var before = other.confirm(branch).orElseThrow();
        close();
        other.confirm(branch);
        doReturn(new ScheduleVersions.Versions(before.version(), 1))
                .when(versions)
                .of(branch);
        doReturn(Optional.of(before)).when(reader).schedule(any(), any());
        other.confirm(branch);
        assertThat(isOpen(other)).isFalse();
    }

    @Test
    void aBranchThatIsGoneIsGone() {
        assertThat(other.recent(BranchId.next())).isEmpty();
        other.recent(branch);
        jdbc.sql("delete from branches.adviser_pattern where adviser_id = :id")
                .param("id", sophie.value())
                .update();
        jdbc.sql("delete from branches.adviser where branch_id = :id")
                .param("id", branch.value())
                .update();
        jdbc.sql("delete from branches.branch where id = :id")
                .param("id", branch.value())
                .update();
        assertThat(other.confirm(branch)).isEmpty();
        assertThat(other.recent(branch)).isEmpty();
    }

    @Test
    void reasonsFollowTheSameRule() {
        other.recent(branch);
        var id = administration
                .defineReason(SYSTEM, reason("C" + code().toUpperCase(Locale.ROOT)))
                .orThrow();
        assertThat(here.reason(id)).isPresent();
        assertThat(otherReasons.find(id)).isEmpty();
        other.confirm(branch);
        assertThat(otherReasons.find(id)).isPresent();
        clearInvocations(reasonRows, versions);
        pass(Duration.ofSeconds(2));
        assertThat(otherReasons.find(id)).isPresent();
        verify(versions, times(1)).ofReasons();
        verifyNoInteractions(reasonRows);
    }

    @Test
    void aReasonThatIsRolledBackWasNeverThere() {
        var id = transaction.execute(status -> {
            var made = administration
                    .defineReason(SYSTEM, reason("C" + code().toUpperCase(Locale.ROOT)))
                    .orThrow();
            assertThat(here.reason(made)).isPresent();
            status.setRollbackOnly();
            return made;
        });
        assertThat(here.reason(Objects.requireNonNull(id))).isEmpty();
    }

    @Test
    void anyWriterCanTellOfAChange() {
        assertThat(other.recent(branch)).isPresent();
        var before = here.of(branch).orElseThrow().version();
        transaction.executeWithoutResult(_ -> changes.ofBranch(branch));
        assertThat(here.of(branch).orElseThrow().version()).isGreaterThan(before);
    }
}
