package fr.guichet.appointments;

import fr.guichet.shared.TimeOrderedIds;
import java.util.UUID;

/** Identifies an entry of the waiting list. */
public record WaitingEntryId(UUID value) {

    public static WaitingEntryId next() {
        return new WaitingEntryId(TimeOrderedIds.next());
    }

    /** The plain UUID, as it stands in addresses and JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
