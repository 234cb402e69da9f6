package fr.guichet.audit.trail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail. All that the table does not let be null is null only where somebody has taken the table's constraints away;
 * whoever proves the trail must be able to read such a row too.
 *
 * @param seq its place in the order of sealing
 * @param at when, to the microsecond
 * @param details JSON as it was written
 * @param mark by which an instance of Guichet vouched for it when it was written
 */
public record StoredEntry(
        long seq,
        @Nullable UUID id,
        @Nullable Instant at,
        @Nullable String actorKind,
        @Nullable UUID actorAccount,
        @Nullable String actorName,
        @Nullable String action,
        @Nullable String subject,
        @Nullable UUID subjectId,
        @Nullable UUID customer,
        @Nullable UUID branch,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String details,
        @Nullable String address,
        @Nullable String device,
        @Nullable String request,
        @Nullable Bytes mark) {

    private static final int VERSION = 1;

    /** What the mark vouches for: everything but the sequence number, which the database gives. */
    public byte[] content() {
        return new Canonical("guichet audit entry", VERSION)
                .id(id)
                .time(at)
                .text(actorKind)
                .id(actorAccount)
                .text(actorName)
                .text(action)
                .text(subject)
                .id(subjectId)
                .id(customer)
                .id(branch)
                .text(outcome)
                .text(reason)
                .text(details)
                .text(address)
                .text(device)
                .text(request)
                .toBytes();
    }

    /** What a seal vouches for: everything. */
    public Bytes digest() {
        return new Canonical("guichet sealed entry", VERSION)
                .number(seq)
                .bytes(Bytes.of(content()))
                .bytes(mark)
                .digest();
    }

    StoredEntry with(Bytes given) {
        return new StoredEntry(
                seq,
                id,
                at,
                actorKind,
                actorAccount,
                actorName,
                action,
                subject,
                subjectId,
                customer,
                branch,
                outcome,
                reason,
                details,
                address,
                device,
                request,
                given);
    }
}
