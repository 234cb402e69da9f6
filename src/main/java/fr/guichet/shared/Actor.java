package fr.guichet.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is doing something. Every use case takes one; the server derives it from the session, never from the request. */
public sealed interface Actor {

    /** A customer acting for himself. */
    record CustomerActor(AccountId account, CustomerId customer) implements Actor {}

    /**
     * A member of staff.
     *
     * @param branch the branch the roles of adviser and manager reach; null for those who act for the whole bank
     * @param adviser the calendar that is this person's own; null for staff who receive nobody
     */
    record StaffActor(
            AccountId account,
            Set<Role> roles,
            @Nullable BranchId branch,
            @Nullable AdviserId adviser) implements Actor {

        public StaffActor {
            roles = Set.copyOf(roles);
        }

        public boolean is(Role role) {
            return roles.contains(role);
        }

        /** Whether this person works in the branch or acts for the whole bank. */
        public boolean worksIn(BranchId other) {
            return is(Role.ADMINISTRATOR) || other.equals(branch);
        }

        /** Whether this person may change how the branch runs: its manager, or an administrator. */
        public boolean manages(BranchId other) {
            return is(Role.ADMINISTRATOR) || (is(Role.MANAGER) && other.equals(branch));
        }
    }

    /** Guichet itself, in the name of one of its jobs or listeners. */
    record SystemActor(String name) implements Actor {}
}
