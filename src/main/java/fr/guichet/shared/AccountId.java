package fr.guichet.shared;

import java.util.UUID;

/** Identifies a sign-in account, of a customer or of a member of staff. */
public record AccountId(UUID value) {

    public static AccountId next() {
        return new AccountId(TimeOrderedIds.next());
    }

    /** The plain UUID, as it stands in addresses and JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
