package fr.guichet.branches.events;

import java.time.Instant;
import java.util.UUID;

/** An adviser will be, or was, away from {@code from} (inclusive) to {@code to} (exclusive). Booked visits may lie inside. */
public record AdviserAbsenceRecorded(UUID branchId, UUID adviserId, UUID absenceId, Instant from, Instant to) {}
