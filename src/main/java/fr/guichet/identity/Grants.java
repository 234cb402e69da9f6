package fr.guichet.identity;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that one account is entitled to: either one customer's own things, or roles of staff, those of one branch and one department at
 * most. Nobody is both under one account.
 *
 * @param list at least one, each role once
 */
public record Grants(List<Grant> list) {

    public Grants {
        list = List.copyOf(list);
        var roles = list.stream().map(Grant::role).toList();
        if (list.isEmpty() || Set.copyOf(roles).size() != roles.size()) {
            throw new IllegalArgumentException("An account needs grants, each role once: " + roles);
        }
        if (roles.contains(Role.CUSTOMER) && roles.size() > 1) {
            throw new IllegalArgumentException("An account is a customer's or staff's, not both: " + roles);
        }
        if (list.stream().map(Grant::branch).filter(Objects::nonNull).distinct().count() > 1) {
            throw new IllegalArgumentException("Staff work in one branch");
        }
        if (roles.stream().map(Role::department).flatMap(Optional::stream).count() > 1) {
            throw new IllegalArgumentException("Staff work in one department: " + roles);
        }
    }

    public static Grants of(Grant... grants) {
        return new Grants(List.of(grants));
    }

    /** The role with its reach; a manager with a calendar of his own is an adviser too. */
    public static Grants of(
            Role role, @Nullable CustomerId customer, @Nullable AdviserId adviser, @Nullable BranchId branch) {
        if (role == Role.MANAGER && branch != null && adviser != null) {
            return of(Grant.manager(branch), Grant.adviser(branch, adviser));
        }
        return of(new Grant(role, customer, adviser, branch));
    }

    public Set<Role> roles() {
        return list.stream().map(Grant::role).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    public Optional<CustomerId> customer() {
        return list.stream().map(Grant::customer).filter(Objects::nonNull).findFirst();
    }

    public Optional<AdviserId> adviser() {
        return list.stream().map(Grant::adviser).filter(Objects::nonNull).findFirst();
    }

    public Optional<BranchId> branch() {
        return list.stream().map(Grant::branch).filter(Objects::nonNull).findFirst();
    }

    /** Who acts when this account does something. */
    public Actor actor(AccountId account) {
        return customer()
                .<Actor>map(customer -> new CustomerActor(account, customer))
                .orElseGet(() -> new StaffActor(
                        account, roles(), branch().orElse(null), adviser().orElse(null)));
    }
}
