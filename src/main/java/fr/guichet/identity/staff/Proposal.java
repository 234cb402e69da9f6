package fr.guichet.identity.staff;

import fr.guichet.shared.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * A change that another administrator has to approve.
 *
 * @param change what is wanted
 * @param displayName of whom it concerns
 * @param email of whom it concerns; never log it
 * @param standing what the account was entitled to when it was asked for; empty for somebody new
 * @param proposedBy who asked
 * @param proposerName what others call that person
 * @param expiresAt after which nobody can approve it any more
 */
public record Proposal(
        UUID id,
        StaffChange change,
        String displayName,
        String email,
        String standing,
        AccountId proposedBy,
        String proposerName,
        Instant proposedAt,
        Instant expiresAt) {

    /** Whether this administrator may approve or reject it: neither who asked nor whom it concerns. */
    public boolean isDecidedBy(AccountId administrator) {
        return !proposedBy.equals(administrator)
                && change.account().filter(administrator::equals).isEmpty();
    }

    /** Names no one. */
    @Override
    public String toString() {
        return "Proposal[" + id + ", " + change.kind() + "]";
    }
}
