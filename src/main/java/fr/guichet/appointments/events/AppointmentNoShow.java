package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/** The customer did not come. */
public record AppointmentNoShow(UUID appointmentId, UUID branchId, UUID adviserId, UUID customerId, Instant at) {}
