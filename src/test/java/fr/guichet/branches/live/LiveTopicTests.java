package fr.guichet.branches.live;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.administrator;
import static fr.guichet.branches.SampleNetwork.adviser;
import static fr.guichet.branches.SampleNetwork.branch;
import static fr.guichet.branches.SampleNetwork.manager;
import static fr.guichet.branches.SampleNetwork.span;
import static fr.guichet.branches.SampleNetwork.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.BranchesTest;
import fr.guichet.identity.rights.Rights;
import fr.guichet.identity.rights.RightsTable;
import fr.guichet.platform.live.LiveTopicAccess;
import fr.guichet.platform.live.LiveUpdates;
import fr.guichet.platform.live.Topic;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The staff of a branch watch it and its advisers, and hear of every change. */
@BranchesTest
class LiveTopicTests {

    private final BranchAdministration administration;
    private final List<LiveTopicAccess> access;

    @MockitoSpyBean
    private LiveUpdates live;

    private BranchId branch = BranchId.next();
    private AdviserId sophie = AdviserId.next();

    LiveTopicTests(BranchAdministration administration, List<LiveTopicAccess> access) {
        this.administration = administration;
        this.access = access;
    }

    @BeforeEach
    void openABranch() {
        branch = administration.createBranch(SYSTEM, branch()).orThrow();
        sophie = administration.createAdviser(SYSTEM, branch, adviser("Sophie")).orThrow();
        clearInvocations(live);
    }

    private static Actor watching(Actor actor) {
        return new Rights(RightsTable.OPERATIONS).doing("watchLive", actor);
    }

    private LiveTopicAccess of(String kind) {
        return access.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStaffOfTheBranchWatch() {
        for (var actor : List.of(manager(branch), staff(Role.ADVISER, branch, sophie), administrator())) {
            assertThat(of("branch").mayWatch(watching(actor), branch.value())).isTrue();
            assertThat(of("adviser").mayWatch(watching(actor), sophie.value())).isTrue();
        }
    }

    @Test
    void nobodyElseWatches() {
        var customer = new CustomerActor(AccountId.next(), CustomerId.next());
        for (var actor : List.of(manager(BranchId.next()), staff(Role.ADVISER, BranchId.next(), sophie), customer)) {
            assertThat(of("branch").mayWatch(watching(actor), branch.value())).isFalse();
            assertThat(of("adviser").mayWatch(watching(actor), sophie.value())).isFalse();
        }
        assertThat(of("adviser")
                        .mayWatch(watching(manager(branch)), AdviserId.next().value()))
                .isFalse();
    }

    @Test
    void everyChangeIsAnnounced() {
        administration
                .recordAbsence(SYSTEM, sophie, span("2026-11-23T15:00", "2026-11-23T16:00"), AbsenceKind.PLANNED)
                .orThrow();
        verify(live).changed(new Topic("branch", branch.value()));
        verify(live).changed(new Topic("adviser", sophie.value()));
    }

    @Test
    void whatIsRefusedIsNotAnnounced() {
        administration.recordAbsence(
                manager(BranchId.next()), sophie, span("2026-11-23T15:00", "2026-11-23T16:00"), AbsenceKind.PLANNED);
        verifyNoInteractions(live);
    }
}
