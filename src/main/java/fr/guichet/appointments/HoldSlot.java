package fr.guichet.appointments;

import fr.guichet.branches.ReasonId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keep a slot for a customer for ten minutes.
 *
 * @param adviser null for any
 */
public record HoldSlot(
        BranchId branch,
        ReasonId reason,
        Instant start,
        @Nullable AdviserId adviser) {}
