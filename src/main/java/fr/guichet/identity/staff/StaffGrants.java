package fr.guichet.identity.staff;

import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts roles of staff together with where they reach. */
public final class StaffGrants {

    private StaffGrants() {}

    /**
     * The roles with branch and calendar for those that have one.
     *
     * @throws IllegalArgumentException when they do not go together
     */
    public static Grants of(Set<Role> roles, @Nullable BranchId branch, @Nullable AdviserId adviser) {
        return new Grants(roles.stream()
                .sorted()
                .map(role -> new Grant(
                        role,
                        null,
                        role == Role.ADVISER ? adviser : null,
                        role == Role.ADVISER || role == Role.MANAGER ? branch : null))
                .toList());
    }
}
