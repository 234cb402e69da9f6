package fr.guichet.shared;

import java.util.UUID;

/** Identifies a branch. */
public record BranchId(UUID value) {

    public static BranchId next() {
        return new BranchId(TimeOrderedIds.next());
    }

    /** The plain UUID, as it stands in addresses and JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
