package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Something came off an adviser's calendar while customers of the branch were waiting for an earlier slot.
 *
 * @param start of the visit, hold or offer that was there
 * @param blockedFrom start of what is free again, buffers included
 * @param blockedTo end of it
 */
public record SlotFreed(UUID branchId, UUID adviserId, Instant start, Instant blockedFrom, Instant blockedTo) {}
