package fr.guichet.identity.rights;

import static fr.guichet.identity.rights.Operation.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Reach;
import fr.guichet.shared.Right;
import fr.guichet.shared.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTests {

    private final Rights rights = new Rights(List.of(
            on("look").own(Role.CUSTOMER).branch(Role.ADVISER, Role.MANAGER),
            on("change").branch(Role.MANAGER).shownBy("look"),
            on("come").everyone()));

    @Test
    void oneActsWithTheRightOfOnesRole() {
        assertThat(rights.doing("look", customer()).right()).isEqualTo(Right.OWN);
        assertThat(rights.doing("change", customer()).right()).isEqualTo(new Right(Set.of(), Set.of(Reach.OWN)));
        assertThat(rights.doing("change", staff(Role.ADVISER)).right())
                .isEqualTo(new Right(Set.of(), Set.of(Reach.OWN_BRANCH)));
        assertThat(rights.doing("look", staff(Role.AUDITOR)).right()).isEqualTo(Right.NONE);
        assertThat(rights.doing("come", staff(Role.AUDITOR)).right()).isEqualTo(Right.ALL);
        assertThat(rights.doing("change", new SystemActor("job")).right()).isEqualTo(Right.ALL);
    }

    @Test
    void whoeverHasTwoRolesHasTheRightsOfBoth() {
        var both = staff(Role.ADVISER, Role.MANAGER, Role.CUSTOMER);

        assertThat(rights.doing("look", both).right().does()).containsExactlyInAnyOrder(Reach.OWN, Reach.OWN_BRANCH);
    }

    @Test
    void nobodyMayDoWhatTheTableDoesNotName() {
        assertThat(rights.operation("fly")).isEmpty();
        assertThatThrownBy(() -> rights.doing("fly", customer())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> new Rights(List.of(on("look"), on("look")))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Rights(List.of(on("change").shownBy("look"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Actor customer() {
        return new CustomerActor(AccountId.next(), CustomerId.next());
    }

    private static Actor staff(Role... roles) {
        return new StaffActor(AccountId.next(), Set.of(roles), null, null);
    }
}
