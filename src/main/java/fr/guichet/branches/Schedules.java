package fr.guichet.branches;

import fr.guichet.branches.caching.ReasonCache;
import fr.guichet.branches.caching.ScheduleCache;
import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Snapshots of the schedules of branches, and the reasons for a visit: what free slots are computed from and bookings are checked with. */
@Component
public class Schedules {

    private final ScheduleCache schedules;
    private final ReasonCache reasons;
    private final AdviserRows advisers;

    Schedules(ScheduleCache schedules, ReasonCache reasons, AdviserRows advisers) {
        this.schedules = schedules;
        this.reasons = reasons;
        this.advisers = advisers;
    }

    /**
     * The schedule, from memory when it was confirmed within the last two seconds. Right for showing free slots; a booking asks
     * {@link #confirmed}. What this instance has written it gives back at once. Empty when there is no such branch.
     */
    public Optional<BranchSchedule> of(BranchId branch) {
        return schedules.recent(branch);
    }

    /** Whether {@link #of} can answer without reading the whole schedule, unless it has changed. */
    public boolean isInMemory(BranchId branch) {
        return schedules.holds(branch);
    }

    /**
     * The schedule as the database has it now: one cheap query when the snapshot in memory is still true. Reasons asked for after
     * this call are as new. Empty when there is no such branch.
     */
    public Optional<BranchSchedule> confirmed(BranchId branch) {
        return schedules.confirm(branch);
    }

    /** The branch an adviser belongs to, for good; one query. Empty when there is no such adviser. */
    public Optional<BranchId> branchOf(AdviserId adviser) {
        return advisers.branchOf(adviser);
    }

    /** The reason, also one that can no longer be booked; empty when there is none. At most two seconds old. */
    public Optional<VisitReason> reason(ReasonId reason) {
        return reasons.find(reason);
    }

    /** The reasons that can be booked, by code. At most two seconds old. */
    public List<VisitReason> reasons() {
        return reasons.active();
    }
}
