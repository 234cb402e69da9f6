package fr.guichet.identity.staff;

import fr.guichet.identity.AccountStatus;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which members of staff are looked for; null for any.
 *
 * @param text part of the name or of the address, whatever its capitals
 */
public record StaffFilter(
        @Nullable String text,
        @Nullable Role role,
        @Nullable BranchId branch,
        @Nullable AccountStatus status) {}
