package fr.guichet.appointments;

import fr.guichet.branches.VisitReason;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.time.Instant;

/**
 * A visit that was booked elsewhere.
 *
 * @param bookedAt when the customer booked it
 * @param status BOOKED, FINISHED, NO_SHOW or CANCELLED
 */
public record ImportedVisit(
        CustomerId customer,
        BranchId branch,
        AdviserId adviser,
        VisitReason reason,
        Instant start,
        Instant bookedAt,
        AppointmentStatus status) {

    public ImportedVisit {
        switch (status) {
            case BOOKED, FINISHED, NO_SHOW, CANCELLED -> {}
            case HELD, OFFERED, LAPSED, CHECKED_IN, IN_PROGRESS ->
                throw new IllegalArgumentException("A visit cannot be imported as " + status);
        }
    }

    public Instant end() {
        return start.plus(reason.duration());
    }
}
