package fr.guichet.shared;

import java.util.UUID;

/** Identifies an adviser, in the one branch where he or she receives customers. */
public record AdviserId(UUID value) {

    public static AdviserId next() {
        return new AdviserId(TimeOrderedIds.next());
    }

    /** The plain UUID, as it stands in addresses and JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
