package fr.guichet.appointments;

import java.time.Instant;

/** A place in a customer's list of visits: that of the visit with this start and identifier. */
public record AppointmentPosition(Instant start, AppointmentId id) {}
