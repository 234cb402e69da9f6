package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/** A booked visit takes place at another time, perhaps with another adviser. */
public record AppointmentMoved(
        UUID appointmentId,
        UUID branchId,
        UUID customerId,
        UUID reasonId,
        UUID fromAdviserId,
        Instant fromStart,
        UUID adviserId,
        Instant start,
        Instant end) {}
