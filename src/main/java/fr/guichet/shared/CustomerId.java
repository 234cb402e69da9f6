package fr.guichet.shared;

import java.util.UUID;

/** Identifies a customer's reference record. */
public record CustomerId(UUID value) {

    public static CustomerId next() {
        return new CustomerId(TimeOrderedIds.next());
    }

    /** The plain UUID, as it stands in addresses and JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
