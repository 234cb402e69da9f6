package fr.guichet.identity.staff;

import fr.guichet.identity.AccountStatus;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with Guichet.
 *
 * @param email where this person signs in and is written to; never log it
 * @param branch where an adviser or a manager works; null for the others
 * @param adviser the calendar that is this person's own; null for those who receive nobody
 * @param passwordChosen whether there is one; without it nobody has come in by password yet
 * @param appOrPasskey whether an authenticator app or a passkey is in use; which, is the owner's business
 * @param proposal an open question about this person; null when there is none
 * @param version for If-Match
 */
public record StaffMember(
        AccountId id,
        String displayName,
        String email,
        String language,
        Set<Role> roles,
        @Nullable BranchId branch,
        @Nullable AdviserId adviser,
        AccountStatus status,
        boolean passwordChosen,
        boolean appOrPasskey,
        @Nullable UUID proposal,
        long version) {

    public StaffMember {
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    boolean isAdministrator() {
        return roles.contains(Role.ADMINISTRATOR);
    }

    /** What this person is entitled to, the same text for the same: a proposal is about a person who stands like that. */
    String standing() {
        var held = roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
        return status + " " + held + " " + Objects.toString(branch, "-") + " " + Objects.toString(adviser, "-");
    }

    /** Names no one. */
    @Override
    public String toString() {
        return "StaffMember[" + id + ", " + status + "]";
    }
}
