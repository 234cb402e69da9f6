package fr.guichet.identity.staff;

import fr.guichet.identity.Grants;
import fr.guichet.identity.SuspensionReason;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Role;
import java.util.Optional;

/** What an administrator wants of an account of staff. */
public sealed interface StaffChange {

    /** What kind of change it is, as it is kept and told. */
    Kind kind();

    /** Whom it concerns; empty for somebody who has no account yet. */
    Optional<AccountId> account();

    /** What the person is to be entitled to; empty when that does not change. */
    default Optional<Grants> grants() {
        return Optional.empty();
    }

    /** Whether the person is an administrator afterwards by this change. */
    default boolean makesAdministrator() {
        return grants().filter(grants -> grants.roles().contains(Role.ADMINISTRATOR))
                .isPresent();
    }

    /** The kinds of changes; the names are kept in the database. */
    enum Kind {
        INVITE,
        CHANGE_ROLES,
        SUSPEND,
        REINSTATE,
        INVITE_AGAIN
    }

    /**
     * Opens an account and gives access to it.
     *
     * @param displayName how others see this person
     * @param language ISO 639 code of a language Guichet speaks
     * @param entitled to roles of staff
     */
    record Invite(EmailAddress email, String displayName, String language, Grants entitled) implements StaffChange {

        @Override
        public Kind kind() {
            return Kind.INVITE;
        }

        @Override
        public Optional<AccountId> account() {
            return Optional.empty();
        }

        @Override
        public Optional<Grants> grants() {
            return Optional.of(entitled);
        }

        @Override
        public String toString() {
            return "Invite[" + entitled.roles() + "]";
        }
    }

    /** Entitles somebody to these roles and no others. */
    record ChangeRoles(AccountId id, Grants entitled) implements StaffChange {

        @Override
        public Kind kind() {
            return Kind.CHANGE_ROLES;
        }

        @Override
        public Optional<AccountId> account() {
            return Optional.of(id);
        }

        @Override
        public Optional<Grants> grants() {
            return Optional.of(entitled);
        }
    }

    /** Bars the account. */
    record Suspend(AccountId id, SuspensionReason reason) implements StaffChange {

        @Override
        public Kind kind() {
            return Kind.SUSPEND;
        }

        @Override
        public Optional<AccountId> account() {
            return Optional.of(id);
        }
    }

    /** Lets a suspended account be used again. */
    record Reinstate(AccountId id) implements StaffChange {

        @Override
        public Kind kind() {
            return Kind.REINSTATE;
        }

        @Override
        public Optional<AccountId> account() {
            return Optional.of(id);
        }
    }

    /** Gives access anew: all that the person signed in with is forgotten. */
    record InviteAgain(AccountId id) implements StaffChange {

        @Override
        public Kind kind() {
            return Kind.INVITE_AGAIN;
        }

        @Override
        public Optional<AccountId> account() {
            return Optional.of(id);
        }
    }
}
