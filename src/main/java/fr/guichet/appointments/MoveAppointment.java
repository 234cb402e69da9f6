package fr.guichet.appointments;

import fr.guichet.shared.AdviserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another time for a booked visit in the same branch.
 *
 * @param version the one the caller saw
 * @param adviser null for any
 * @param reason why: staff must say it, customers may; at most {@value AppointmentChange#REASON_LENGTH} characters
 */
public record MoveAppointment(
        AppointmentId appointment,
        long version,
        Instant start,
        @Nullable AdviserId adviser,
        @Nullable String reason) {}
