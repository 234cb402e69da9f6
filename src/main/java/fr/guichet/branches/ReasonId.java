package fr.guichet.branches;

import fr.guichet.shared.TimeOrderedIds;
import java.util.UUID;

/** Identifies a reason for a visit. */
public record ReasonId(UUID value) {

    public static ReasonId next() {
        return new ReasonId(TimeOrderedIds.next());
    }

    /** The plain UUID, as it stands in addresses and JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
