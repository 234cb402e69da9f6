package fr.guichet.appointments;

import org.jspecify.annotations.Nullable;

/**
 * Call a visit off.
 *
 * @param version the one the caller saw
 * @param reason why; staff must say it; at most {@value AppointmentChange#REASON_LENGTH} characters
 */
public record CancelAppointment(
        AppointmentId appointment, long version, @Nullable String reason) {}
