package fr.guichet.identity.signin;

import fr.guichet.identity.AccountView;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a session belongs to, small enough to be read with every request. It holds no name and no address.
 *
 * @param account the account, also the name under which its sessions are indexed
 * @param roles as they were at sign-in; when they change the session version moves and the session ends
 * @param sessionVersion that of the account at sign-in
 * @param signedInAt when the session began
 */
public record SignedInAccount(
        UUID account,
        Set<Role> roles,
        @Nullable UUID customer,
        @Nullable UUID adviser,
        @Nullable UUID branch,
        long sessionVersion,
        Instant signedInAt)
        implements ActingPrincipal {

    public SignedInAccount {
        roles = Set.copyOf(roles);
    }

    public static SignedInAccount of(AccountView view, Instant signedInAt) {
        var grants = view.grants();
        return new SignedInAccount(
                view.id().value(),
                grants.roles(),
                grants.customer().map(CustomerId::value).orElse(null),
                grants.adviser().map(AdviserId::value).orElse(null),
                grants.branch().map(BranchId::value).orElse(null),
                view.sessionVersion(),
                signedInAt);
    }

    @Override
    public String getName() {
        return account.toString();
    }

    public AccountId id() {
        return new AccountId(account);
    }

    /** Who acts in a request of this session. */
    @Override
    public Actor actor() {
        if (customer != null) {
            return new Actor.CustomerActor(id(), new CustomerId(customer));
        }
        return new Actor.StaffActor(
                id(),
                roles,
                branch == null ? null : new BranchId(branch),
                adviser == null ? null : new AdviserId(adviser));
    }
}
