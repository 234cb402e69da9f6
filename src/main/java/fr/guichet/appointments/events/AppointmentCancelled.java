package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A booked visit does not take place.
 *
 * @param by {@code CUSTOMER}, {@code STAFF} or {@code SYSTEM}
 */
public record AppointmentCancelled(
        UUID appointmentId, UUID branchId, UUID adviserId, UUID customerId, UUID reasonId, Instant start, String by) {}
