package fr.guichet.appointments;

import fr.guichet.shared.AdviserId;
import org.jspecify.annotations.Nullable;

/**
 * Another adviser for a visit at the same time.
 *
 * @param version the one the caller saw
 * @param reason why, if the caller says so; at most {@value AppointmentChange#REASON_LENGTH} characters
 */
public record ReassignAppointment(
        AppointmentId appointment,
        long version,
        AdviserId adviser,
        @Nullable String reason) {}
