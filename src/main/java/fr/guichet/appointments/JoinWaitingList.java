package fr.guichet.appointments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Ask to be offered an earlier slot than that of a booked visit.
 *
 * @param earliest first day that suits, in the branch's zone; null for any
 * @param latest last day that suits; null for any before the visit
 * @param partOfDay null for any
 */
public record JoinWaitingList(
        AppointmentId appointment,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable PartOfDay partOfDay) {

    public JoinWaitingList {
        if (earliest != null && latest != null && latest.isBefore(earliest)) {
            throw new IllegalArgumentException("The latest day is before the earliest");
        }
    }
}
