package fr.guichet.appointments;

import fr.guichet.branches.ReasonId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booked visit, or a slot kept for one, as it stood when it was read.
 *
 * @param start when the customer is received
 * @param end when the visit ends
 * @param blockedFrom start less the buffer before it: nothing else of the adviser's may lie from here
 * @param blockedTo end plus the buffer after it: to here
 * @param heldUntil when a hold or an offer runs out; null for visits
 * @param sequence how often time, place or standing changed since booking: the SEQUENCE of its calendar file
 * @param version grows with every change
 * @param changedAt when it last changed
 */
public record Appointment(
        AppointmentId id,
        BranchId branch,
        AdviserId adviser,
        CustomerId customer,
        ReasonId reason,
        AppointmentStatus status,
        Instant start,
        Instant end,
        Instant blockedFrom,
        Instant blockedTo,
        @Nullable Instant heldUntil,
        int sequence,
        long version,
        Instant changedAt) {

    /** Whether it is a hold or an offer that has run out. */
    public boolean hasLapsed(Instant now) {
        return heldUntil != null && !now.isBefore(heldUntil);
    }
}
