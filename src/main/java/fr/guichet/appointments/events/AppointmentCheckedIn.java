package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/** The customer has come. */
public record AppointmentCheckedIn(UUID appointmentId, UUID branchId, UUID adviserId, UUID customerId, Instant at) {}
