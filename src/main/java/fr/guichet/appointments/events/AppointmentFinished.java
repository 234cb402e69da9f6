package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/** The visit is over. */
public record AppointmentFinished(UUID appointmentId, UUID branchId, UUID adviserId, UUID customerId, Instant at) {}
