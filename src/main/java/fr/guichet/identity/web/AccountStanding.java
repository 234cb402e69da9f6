package fr.guichet.identity.web;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.platform.live.LiveStanding;
import fr.guichet.platform.live.Watcher;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import org.springframework.stereotype.Component;

/** Ends the streams of those whose account was suspended or has other rights by now. */
@Component
class AccountStanding implements LiveStanding {

    private final Accounts accounts;

    AccountStanding(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean holds(Watcher watcher) {
        return switch (watcher.actor()) {
            case Actor.CustomerActor customer -> isStill(customer.account(), customer);
            case Actor.StaffActor staff -> isStill(staff.account(), staff);
            case Actor.SystemActor _ -> true;
        };
    }

    private boolean isStill(AccountId account, Actor actor) {
        return accounts.recent(account)
                .filter(AccountView::isActive)
                .map(view -> view.actor().with(actor.right()))
                .filter(actor::equals)
                .isPresent();
    }
}
