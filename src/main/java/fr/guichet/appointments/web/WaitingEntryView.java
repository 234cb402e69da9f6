package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.PartOfDay;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.branches.BranchSchedule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place on the waiting list as JSON.
 *
 * @param offer the earlier slot kept for the customer; absent while there is none
 * @param version for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WaitingListEntry")
record WaitingEntryView(
        UUID id,
        UUID appointmentId,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable PartOfDay partOfDay,
        WaitingEntry.Status status,
        @Nullable Offer offer,
        long version) {

    /** An earlier slot, kept until it expires. */
    record Offer(UUID id, OffsetDateTime start, OffsetDateTime end, String adviserName, OffsetDateTime expiresAt) {}

    static WaitingEntryView of(WaitingEntry entry, BranchSchedule branch) {
        return new WaitingEntryView(
                entry.id().value(),
                entry.appointment().value(),
                entry.earliest(),
                entry.latest(),
                entry.partOfDay(),
                entry.status(),
                offer(entry.offer(), branch),
                entry.version());
    }

    private static @Nullable Offer offer(WaitingEntry.@Nullable Offer offer, BranchSchedule branch) {
        if (offer == null) {
            return null;
        }
        var times = new LocalTimes(branch.zone());
        return new Offer(
                offer.id().value(),
                times.of(offer.start()),
                times.of(offer.end()),
                Names.of(branch, offer.adviser()),
                times.of(offer.until()));
    }
}
