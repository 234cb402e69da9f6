package fr.guichet.identity.web;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.signin.ActingPrincipal;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.shared.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in, in the request at hand. */
@Component
class SignedInAccounts {

    private final Accounts accounts;

    SignedInAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Who the session belongs to; empty for a passer-by. */
    Optional<SignedInAccount> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Who acts in the request, be it by a session or by a token; empty for a passer-by. */
    Optional<Actor> actor() {
        return acting().map(ActingPrincipal::actor);
    }

    /** The name under which that one is counted. */
    Optional<String> name() {
        return acting().map(ActingPrincipal::getName);
    }

    private static Optional<ActingPrincipal> acting() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof ActingPrincipal acting
                ? Optional.of(acting)
                : Optional.empty();
    }

    static Optional<SignedInAccount> of(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof SignedInAccount account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** The account behind the session; empty for a passer-by, or when the session no longer counts. */
    Optional<AccountView> account() {
        return current().flatMap(this::behind);
    }

    /** The account if it is active and its rights are those the session was opened under. */
    Optional<AccountView> behind(SignedInAccount session) {
        return accounts.recentSince(session.id(), session.sessionVersion())
                .filter(AccountView::isActive)
                .filter(account -> account.sessionVersion() == session.sessionVersion());
    }
}
