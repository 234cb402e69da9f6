package fr.guichet.identity;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.util.Optional;

/** Where staff can work. Whoever keeps the network of branches answers; accounts know branches by their identifiers only. */
public interface StaffPlaces {

    boolean isBranch(BranchId branch);

    /** The branch that the calendar belongs to; empty when there is no such adviser. */
    Optional<BranchId> branchOf(AdviserId adviser);
}
