package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/** The visit has begun. */
public record AppointmentStarted(UUID appointmentId, UUID branchId, UUID adviserId, UUID customerId, Instant at) {}
