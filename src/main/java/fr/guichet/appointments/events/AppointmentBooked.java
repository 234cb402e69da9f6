package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/** A customer has a visit booked. */
public record AppointmentBooked(
        UUID appointmentId,
        UUID branchId,
        UUID adviserId,
        UUID customerId,
        UUID reasonId,
        Instant start,
        Instant end) {}
