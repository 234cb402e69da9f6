package fr.guichet.branches.application;

import fr.guichet.branches.caching.ReasonCache;
import fr.guichet.branches.caching.ScheduleCache;
import fr.guichet.branches.events.BranchScheduleChanged;
import fr.guichet.branches.persistence.BranchRows;
import fr.guichet.branches.persistence.ReasonRows;
import fr.guichet.platform.live.LiveUpdates;
import fr.guichet.platform.live.Topic;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * To be told, in the same transaction, of every write that shapes a schedule: gives it its new version, lets go of what is in
 * memory, tells the other modules and the open browsers. A write that is not told here may be missed by bookings.
 */
@Component
public class ScheduleChanges {

    private final BranchRows branches;
    private final ReasonRows reasons;
    private final ScheduleCache schedules;
    private final ReasonCache reasonCache;
    private final ApplicationEventPublisher events;
    private final LiveUpdates live;

    ScheduleChanges(
            BranchRows branches,
            ReasonRows reasons,
            ScheduleCache schedules,
            ReasonCache reasonCache,
            ApplicationEventPublisher events,
            LiveUpdates live) {
        this.branches = branches;
        this.reasons = reasons;
        this.schedules = schedules;
        this.reasonCache = reasonCache;
        this.events = events;
        this.live = live;
    }

    /** Something of the branch as a whole. Its row is locked. */
    public void ofBranch(BranchId branch) {
        var version = branches.newScheduleVersion(branch);
        schedules.changed(branch, version);
        events.publishEvent(new BranchScheduleChanged(branch.value(), version));
        live.changed(new Topic("branch", branch.value()));
    }

    /** Something of one adviser of the branch. The branch's row is locked. */
    public void ofAdviser(BranchId branch, AdviserId adviser) {
        ofBranch(branch);
        live.changed(new Topic("adviser", adviser.value()));
    }

    /** A reason is about to be written: whoever writes another one waits here. */
    public void ofReasons() {
        reasonCache.changed(reasons.newCatalogueVersion());
    }
}
