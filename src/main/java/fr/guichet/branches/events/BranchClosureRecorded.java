package fr.guichet.branches.events;

import java.time.Instant;
import java.util.UUID;

/** A branch will be closed from {@code from} (inclusive) to {@code to} (exclusive). Booked visits may lie inside. */
public record BranchClosureRecorded(UUID branchId, UUID closureId, Instant from, Instant to) {}
