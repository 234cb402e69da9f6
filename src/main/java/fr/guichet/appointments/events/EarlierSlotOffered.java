package fr.guichet.appointments.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer on the waiting list can have an earlier slot, which is kept for him or her until then.
 *
 * @param start of the slot offered
 * @param until when the offer runs out
 */
public record EarlierSlotOffered(
        UUID entryId,
        UUID appointmentId,
        UUID customerId,
        UUID branchId,
        UUID adviserId,
        Instant start,
        Instant until) {}
