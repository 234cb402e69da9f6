package fr.guichet.identity;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * One role and how far it reaches. Only the combinations that the factories make exist.
 *
 * @param customer whose things a customer sees; null for staff
 * @param adviser the calendar that is the adviser's own; null for the others
 * @param branch where an adviser or a manager works; null for the others
 */
public record Grant(
        Role role,
        @Nullable CustomerId customer,
        @Nullable AdviserId adviser,
        @Nullable BranchId branch) {

    public Grant {
        var worksInBranch = role == Role.ADVISER || role == Role.MANAGER;
        if ((role == Role.CUSTOMER) != (customer != null)
                || (role == Role.ADVISER) != (adviser != null)
                || worksInBranch != (branch != null)) {
            throw new IllegalArgumentException("A grant of " + role + " cannot reach this");
        }
    }

    public static Grant customer(CustomerId customer) {
        return new Grant(Role.CUSTOMER, customer, null, null);
    }

    public static Grant adviser(BranchId branch, AdviserId adviser) {
        return new Grant(Role.ADVISER, null, adviser, branch);
    }

    public static Grant manager(BranchId branch) {
        return new Grant(Role.MANAGER, null, null, branch);
    }

    /** A role that reaches no branch of its own: of a department, or above them all. */
    public static Grant of(Role role) {
        return new Grant(role, null, null, null);
    }

    public static Grant administrator() {
        return of(Role.ADMINISTRATOR);
    }
}
