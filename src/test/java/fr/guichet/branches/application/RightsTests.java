package fr.guichet.branches.application;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.administrator;
import static fr.guichet.branches.SampleNetwork.manager;
import static fr.guichet.branches.SampleNetwork.staff;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Right;
import fr.guichet.shared.Role;
import fr.guichet.shared.Subject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one sees and may not change is forbidden; what one does not see is not found. */
class RightsTests {

    private static final Optional<BranchRefusal> GRANTED = Optional.empty();
    private static final Optional<BranchRefusal> FORBIDDEN = Optional.of(new BranchRefusal.Forbidden());
    private static final Optional<BranchRefusal> NOT_FOUND = Optional.of(new BranchRefusal.NotFound());

    private final BranchId lyon = BranchId.next();
    private final BranchId nice = BranchId.next();
    private final AdviserId sophie = AdviserId.next();
    private final AdviserId karim = AdviserId.next();
    private final Actor customer = new CustomerActor(AccountId.next(), CustomerId.next(), Right.NONE);
    private final Actor sophieHerself = staff(Role.ADVISER, lyon, sophie);
    private final Actor adviserOfNice = staff(Role.ADVISER, nice, AdviserId.next());

    @Test
    void anAdvisersDaysArePlannedByHerselfAndHerManager() {
        var days = Subject.of(sophie, lyon);
        assertThat(Rights.refuse(sophieHerself, days)).isEqualTo(GRANTED);
        assertThat(Rights.refuse(manager(lyon), days)).isEqualTo(GRANTED);
        assertThat(Rights.refuse(administrator(), days)).isEqualTo(GRANTED);
        assertThat(Rights.refuse(SYSTEM, days)).isEqualTo(GRANTED);
        assertThat(Rights.refuse(sophieHerself, Subject.of(karim, lyon))).isEqualTo(FORBIDDEN);
        assertThat(Rights.refuse(adviserOfNice, days)).isEqualTo(NOT_FOUND);
        assertThat(Rights.refuse(manager(nice), days)).isEqualTo(NOT_FOUND);
        assertThat(Rights.refuse(customer, days)).isEqualTo(NOT_FOUND);
    }

    @Test
    void theBankIsRunByThoseWhoseRightReachesAllOfIt() {
        assertThat(Rights.refuseToRunTheBank(administrator())).isEqualTo(GRANTED);
        assertThat(Rights.refuseToRunTheBank(SYSTEM)).isEqualTo(GRANTED);
        assertThat(Rights.refuseToRunTheBank(manager(lyon))).isEqualTo(FORBIDDEN);
        assertThat(Rights.refuseToRunTheBank(customer)).isEqualTo(FORBIDDEN);
    }
}
