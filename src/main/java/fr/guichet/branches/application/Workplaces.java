package fr.guichet.branches.application;

import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.branches.persistence.BranchRows;
import fr.guichet.identity.StaffPlaces;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the administration of staff which branches and calendars there are. */
@Component
class Workplaces implements StaffPlaces {

    private final BranchRows branches;
    private final AdviserRows advisers;

    Workplaces(BranchRows branches, AdviserRows advisers) {
        this.branches = branches;
        this.advisers = advisers;
    }

    @Override
    public boolean isBranch(BranchId branch) {
        return branches.exists(branch);
    }

    @Override
    public Optional<BranchId> branchOf(AdviserId adviser) {
        return advisers.branchOf(adviser);
    }
}
