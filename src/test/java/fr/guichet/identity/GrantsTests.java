package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Right;
import fr.guichet.shared.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsTests {

    private final AccountId account = AccountId.next();
    private final BranchId branch = BranchId.next();
    private final AdviserId adviser = AdviserId.next();
    private final CustomerId customer = CustomerId.next();

    @Test
    void aCustomerActsForHimself() {
        assertThat(Grants.of(Grant.customer(customer)).actor(account)).isEqualTo(new CustomerActor(account, customer));
    }

    @Test
    void aManagerWithACalendarIsBoth() {
        var actor = (StaffActor) Grants.of(Role.MANAGER, null, adviser, branch).actor(account);

        assertThat(actor.roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.ADVISER);
        assertThat(actor.branch()).isEqualTo(branch);
        assertThat(actor.adviser()).isEqualTo(adviser);
    }

    @Test
    void anAdministratorActsForTheWholeBank() {
        var actor = (StaffActor) Grants.of(Grant.administrator()).actor(account);

        assertThat(actor.branch()).isNull();
        assertThat(actor.right()).as("doing nothing yet").isEqualTo(Right.NONE);
    }

    @Test
    void whatMakesNoSenseCannotBeGranted() {
        assertRefused(() -> new Grant(Role.CUSTOMER, null, null, null));
        assertRefused(() -> new Grant(Role.ADVISER, null, null, branch));
        assertRefused(() -> new Grant(Role.ADVISER, null, adviser, null));
        assertRefused(() -> new Grant(Role.MANAGER, null, null, null));
        assertRefused(() -> new Grant(Role.ADMINISTRATOR, null, null, branch));
        assertRefused(() -> new Grant(Role.MANAGER, customer, null, branch));
        assertRefused(() -> new Grants(List.of()));
        assertRefused(() -> Grants.of(Grant.customer(customer), Grant.manager(branch)));
        assertRefused(() -> Grants.of(Grant.manager(branch), Grant.manager(branch)));
        assertRefused(() -> Grants.of(Grant.manager(branch), Grant.adviser(BranchId.next(), adviser)));
        assertRefused(() -> Grants.of(Grant.of(Role.LEGAL), Grant.of(Role.BILLING)));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable building) {
        assertThatThrownBy(building).isInstanceOf(IllegalArgumentException.class);
    }
}
