package fr.guichet.appointments;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer who would rather come earlier than booked.
 *
 * @param earliest first day that suits; null for any
 * @param latest last day that suits; null for any before the visit
 * @param partOfDay null for any
 * @param offer the slot kept for the customer while he or she decides; null when there is none
 * @param passedOver starts that were offered and not taken: never offered again
 * @param version grows with every change
 */
public record WaitingEntry(
        WaitingEntryId id,
        AppointmentId appointment,
        CustomerId customer,
        BranchId branch,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable PartOfDay partOfDay,
        Status status,
        @Nullable Offer offer,
        Set<Instant> passedOver,
        Instant createdAt,
        long version) {

    public WaitingEntry {
        passedOver = Set.copyOf(passedOver);
    }

    /** As it stands at that moment: an offer that has run out is none, though nobody may have taken it off the calendar yet. */
    public WaitingEntry at(Instant now) {
        if (offer == null || offer.until().isAfter(now)) {
            return this;
        }
        return new WaitingEntry(
                id,
                appointment,
                customer,
                branch,
                earliest,
                latest,
                partOfDay,
                Status.WAITING,
                null,
                passedOver,
                createdAt,
                version);
    }

    /** Where an entry stands. */
    public enum Status {
        WAITING,
        /** An earlier slot is kept for the customer. */
        OFFERED,
        /** The visit was moved to the slot offered. */
        ACCEPTED,
        /** The customer left the list, or the visit was moved, cancelled or begun. */
        ENDED;

        public boolean isActive() {
            return this == WAITING || this == OFFERED;
        }
    }

    /**
     * An earlier slot that is kept for the customer.
     *
     * @param id of the row that keeps it
     * @param until when it goes to the next
     */
    public record Offer(AppointmentId id, AdviserId adviser, Instant start, Instant end, Instant until) {}
}
