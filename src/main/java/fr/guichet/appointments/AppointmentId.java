package fr.guichet.appointments;

import fr.guichet.shared.TimeOrderedIds;
import java.util.UUID;

/** Identifies an appointment, from the moment its slot was held until long after the visit. */
public record AppointmentId(UUID value) {

    public static AppointmentId next() {
        return new AppointmentId(TimeOrderedIds.next());
    }

    /** The plain UUID, as it stands in addresses and JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
