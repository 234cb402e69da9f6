package fr.guichet.appointments;

import java.util.List;

/**
 * Some of a longer list.
 *
 * @param more whether others follow the last one
 */
public record AppointmentPage(List<Appointment> items, boolean more) {

    public AppointmentPage {
        items = List.copyOf(items);
    }

    /** After which to go on reading. */
    public record Position(java.time.Instant start, AppointmentId id) {}
}
