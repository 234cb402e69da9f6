package fr.guichet.audit.web;

import fr.guichet.audit.trail.StoredEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of the trail, as auditors see it.
 *
 * @param at when, UTC
 * @param by who did it, or tried to
 * @param action stable code of what was done, such as {@code appointments.cancelled}
 * @param label the same in the reader's language
 * @param subject what it was done to
 * @param customerId on whom; absent when no customer is concerned
 * @param branchId where, or whose; absent when no branch is concerned
 * @param reason why it was refused, as a stable code; absent when it was done
 * @param details what else is known: times, numbers, identifiers and codes by name, never personal data
 * @param address the network address it was asked from; absent for what Guichet did by itself
 * @param device browser and system, such as {@code Firefox, Linux}, or what the program calls itself
 * @param requestId which the answer and the log lines of the request carry
 * @param sealed whether it is part of a signed batch; a new entry is within seconds
 */
@Schema(name = "AuditEntry")
record AuditEntryView(
        UUID id,
        Instant at,
        By by,
        String action,
        String label,
        Subject subject,
        @Nullable UUID customerId,
        @Nullable UUID branchId,

        @Schema(allowableValues = {"DONE", "REFUSED"}) String outcome,

        @Nullable String reason,
        Map<String, String> details,
        @Nullable String address,
        @Nullable String device,
        @Nullable String requestId,
        boolean sealed) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    /**
     * Who did it.
     *
     * @param accountId of a person who had signed in
     * @param name of the job or listener, when Guichet did it by itself
     */
    @Schema(name = "AuditActor")
    record By(
            @Schema(allowableValues = {"CUSTOMER", "STAFF", "SYSTEM", "ANONYMOUS"})
            String kind,

            @Nullable UUID accountId,
            @Nullable String name) {}

    /**
     * What it was done to.
     *
     * @param kind of thing
     * @param id which one; absent where there is only one, or many
     */
    @Schema(name = "AuditSubject")
    record Subject(String kind, @Nullable UUID id) {}

    AuditEntryView {
        details = Map.copyOf(details);
    }

    static AuditEntryView of(StoredEntry entry, String label, long sealedUpTo) {
        return new AuditEntryView(
                Objects.requireNonNull(entry.id()),
                Objects.requireNonNull(entry.at()),
                new By(Objects.requireNonNull(entry.actorKind()), entry.actorAccount(), entry.actorName()),
                Objects.requireNonNull(entry.action()),
                label,
                new Subject(Objects.requireNonNull(entry.subject()), entry.subjectId()),
                entry.customer(),
                entry.branch(),
                Objects.requireNonNull(entry.outcome()),
                entry.reason(),
                JSON.readValue(Objects.requireNonNull(entry.details()), DETAILS),
                entry.address(),
                entry.device(),
                entry.request(),
                entry.seq() <= sealedUpTo);
    }
}
