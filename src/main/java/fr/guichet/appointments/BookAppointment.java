package fr.guichet.appointments;

import fr.guichet.branches.ReasonId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Book a visit without a hold.
 *
 * @param customer who comes: the customer who acts, or the one staff book for
 * @param adviser null for any
 */
public record BookAppointment(
        CustomerId customer,
        BranchId branch,
        ReasonId reason,
        Instant start,
        @Nullable AdviserId adviser) {}
