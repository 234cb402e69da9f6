package fr.guichet.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.platform.live.Watcher;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@GuichetTest
class AccountStandingTests {

    @Autowired
    private AccountStanding standing;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApplicationContext context;

    @Test
    void whoIsSuspendedOrHasOtherRightsNoLongerStands() {
        var signIn = new SignIn(context);
        var marie = signIn.customer(CustomerId.next());
        var david = signIn.manager(BranchId.next());
        assertThat(holds(marie.actor())).isTrue();
        assertThat(holds(david.actor())).isTrue();

        accounts.suspend(marie.id());
        accounts.entitle(david.id(), Grants.of(Grant.administrator()));

        assertThat(holds(marie.actor())).isFalse();
        assertThat(holds(david.actor())).isFalse();
        assertThat(holds(new CustomerActor(AccountId.next(), CustomerId.next())))
                .isFalse();
    }

    private boolean holds(Actor actor) {
        return standing.holds(new Watcher(actor, null, "a browser"));
    }
}
