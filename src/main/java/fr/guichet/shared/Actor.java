package fr.guichet.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is doing something, and how far the right to do it reaches. Every use case takes one; the server derives it from the session
 * and the table of rights, never from the request.
 */
public sealed interface Actor {

    /** The right to what is being done now. */
    Right right();

    /** The same one, doing something else. */
    Actor with(Right right);

    /** Whether the thing is this actor's own, of the own branch, of the own department. */
    boolean isWithin(Reach reach, Subject subject);

    /** What this actor is told about doing to the thing what is being done now. */
    default Permission on(Subject subject) {
        if (mayDo(subject)) {
            return Permission.GRANTED;
        }
        return maySee(subject) ? Permission.FORBIDDEN : Permission.NOT_FOUND;
    }

    default boolean mayDo(Subject subject) {
        return isWithinAny(right().does(), subject);
    }

    /** Whether another operation shows it to this actor. */
    default boolean isShown(Subject subject) {
        return isWithinAny(right().sees(), subject);
    }

    /** Whether this actor may be told that it exists, and what it is. */
    default boolean maySee(Subject subject) {
        return mayDo(subject) || isShown(subject);
    }

    private boolean isWithinAny(Set<Reach> reaches, Subject subject) {
        for (var reach : reaches) {
            if (isWithin(reach, subject)) {
                return true;
            }
        }
        return false;
    }

    /** A customer acting for himself. */
    record CustomerActor(AccountId account, CustomerId customer, Right right) implements Actor {

        /** Whatever it is, it is done to one's own. */
        public CustomerActor(AccountId account, CustomerId customer) {
            this(account, customer, Right.OWN);
        }

        @Override
        public CustomerActor with(Right other) {
            return new CustomerActor(account, customer, other);
        }

        @Override
        public boolean isWithin(Reach reach, Subject subject) {
            return switch (reach) {
                case OWN -> customer.equals(subject.customer());
                case OWN_BRANCH, OWN_DEPARTMENT -> false;
                case ALL -> true;
            };
        }
    }

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
            @Nullable AdviserId adviser,
            Right right) implements Actor {

        public StaffActor {
            roles = Set.copyOf(roles);
        }

        /** Somebody who is not doing anything yet. */
        public StaffActor(AccountId account, Set<Role> roles, @Nullable BranchId branch, @Nullable AdviserId adviser) {
            this(account, roles, branch, adviser, Right.NONE);
        }

        @Override
        public StaffActor with(Right other) {
            return new StaffActor(account, roles, branch, adviser, other);
        }

        @Override
        public boolean isWithin(Reach reach, Subject subject) {
            return switch (reach) {
                case OWN -> adviser != null && adviser.equals(subject.adviser());
                case OWN_BRANCH -> branch != null && branch.equals(subject.branch());
                case OWN_DEPARTMENT -> subject.department() != null && worksIn(subject.department());
                case ALL -> true;
            };
        }

        private boolean worksIn(Department department) {
            return roles.stream()
                    .anyMatch(
                            role -> role.department().filter(department::equals).isPresent());
        }
    }

    /** Guichet itself, in the name of one of its jobs or listeners. */
    record SystemActor(String name) implements Actor {

        @Override
        public Right right() {
            return Right.ALL;
        }

        @Override
        public SystemActor with(Right other) {
            return this;
        }

        @Override
        public boolean isWithin(Reach reach, Subject subject) {
            return true;
        }
    }
}
