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
 * @param heldUntil when a hold or an offer runs out; null for everything else
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
        @Nullable Instant heldUntil,
        int sequence,
        long version,
        Instant changedAt) {}
