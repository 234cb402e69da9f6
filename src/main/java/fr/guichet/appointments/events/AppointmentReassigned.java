package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/** Another adviser receives the visit, at the same time. */
public record AppointmentReassigned(
        UUID appointmentId, UUID branchId, UUID customerId, UUID fromAdviserId, UUID adviserId, Instant start) {}
