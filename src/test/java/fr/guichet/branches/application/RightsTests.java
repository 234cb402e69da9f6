package fr.guichet.branches.application;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.administrator;
import static fr.guichet.branches.SampleNetwork.manager;
import static fr.guichet.branches.SampleNetwork.staff;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a role does not include is forbidden; what it includes elsewhere is not found here. */
class RightsTests {

    private static final Optional<BranchRefusal> GRANTED = Optional.empty();
    private static final Optional<BranchRefusal> FORBIDDEN = Optional.of(new BranchRefusal.Forbidden());
    private static final Optional<BranchRefusal> NOT_FOUND = Optional.of(new BranchRefusal.NotFound());

    private final BranchId lyon = BranchId.next();
    private final BranchId nice = BranchId.next();
    private final AdviserId sophie = AdviserId.next();
    private final AdviserId karim = AdviserId.next();
    private final Actor customer = new Actor.CustomerActor(AccountId.next(), CustomerId.next());
    private final Actor sophieHerself = staff(Role.ADVISER, lyon, sophie);
    private final Actor adviserOfNice = staff(Role.ADVISER, nice, AdviserId.next());

    @Test
    void aBranchIsManagedByItsManagerAndByAdministrators() {
        assertThat(Rights.toManage(manager(lyon), lyon)).isEqualTo(GRANTED);
        assertThat(Rights.toManage(administrator(), lyon)).isEqualTo(GRANTED);
        assertThat(Rights.toManage(SYSTEM, lyon)).isEqualTo(GRANTED);
        assertThat(Rights.toManage(manager(nice), lyon)).isEqualTo(NOT_FOUND);
        assertThat(Rights.toManage(sophieHerself, lyon)).isEqualTo(FORBIDDEN);
        assertThat(Rights.toManage(adviserOfNice, lyon)).isEqualTo(FORBIDDEN);
        assertThat(Rights.toManage(customer, lyon)).isEqualTo(FORBIDDEN);
    }

    @Test
    void anAdvisersDaysArePlannedByHerselfAndHerManager() {
        assertThat(Rights.toPlan(sophieHerself, lyon, sophie)).isEqualTo(GRANTED);
        assertThat(Rights.toPlan(manager(lyon), lyon, sophie)).isEqualTo(GRANTED);
        assertThat(Rights.toPlan(administrator(), lyon, sophie)).isEqualTo(GRANTED);
        assertThat(Rights.toPlan(sophieHerself, lyon, karim)).isEqualTo(FORBIDDEN);
        assertThat(Rights.toPlan(adviserOfNice, lyon, sophie)).isEqualTo(NOT_FOUND);
        assertThat(Rights.toPlan(manager(nice), lyon, sophie)).isEqualTo(NOT_FOUND);
        assertThat(Rights.toPlan(customer, lyon, sophie)).isEqualTo(FORBIDDEN);
    }

    @Test
    void theStaffOfABranchSeeItsAdvisers() {
        assertThat(Rights.toSee(sophieHerself, lyon)).isEqualTo(GRANTED);
        assertThat(Rights.toSee(manager(lyon), lyon)).isEqualTo(GRANTED);
        assertThat(Rights.toSee(administrator(), lyon)).isEqualTo(GRANTED);
        assertThat(Rights.toSee(adviserOfNice, lyon)).isEqualTo(NOT_FOUND);
        assertThat(Rights.toSee(customer, lyon)).isEqualTo(FORBIDDEN);
    }

    @Test
    void theBankIsRunByAdministrators() {
        assertThat(Rights.toRunTheBank(administrator())).isEqualTo(GRANTED);
        assertThat(Rights.toRunTheBank(SYSTEM)).isEqualTo(GRANTED);
        assertThat(Rights.toRunTheBank(manager(lyon))).isEqualTo(FORBIDDEN);
        assertThat(Rights.toRunTheBank(customer)).isEqualTo(FORBIDDEN);
    }
}
