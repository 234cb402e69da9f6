package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.PartOfDay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry on the waiting list as JSON.
 *
 * @param offer the slot that is kept for the customer; absent when there is none
 * @param version for If-Match when the offer is taken
 */
@Schema(name = "WaitingListEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitingEntryView(
        UUID id,
        UUID appointmentId,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable PartOfDay partOfDay,
        Status status,
        @Nullable Offer offer,
        long version) {

    /** Whether there is something to decide. */
    enum Status {
        WAITING,
        OFFERED
    }

    /** An earlier slot, kept until it expires. */
    @Schema(name = "Offer")
    record Offer(UUID id, OffsetDateTime start, OffsetDateTime end, String adviserName, OffsetDateTime expiresAt) {}
}
