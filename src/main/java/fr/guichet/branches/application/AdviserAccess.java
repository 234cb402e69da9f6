package fr.guichet.branches.application;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.branches.persistence.BranchRows;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How every change to an adviser's time is made: by someone who may, one at a time for each branch, on what the caller has seen. */
@Component
class AdviserAccess {

    private final Transactions transactions;
    private final BranchRows branches;
    private final AdviserRows advisers;
    private final ScheduleChanges changes;

    AdviserAccess(Transactions transactions, BranchRows branches, AdviserRows advisers, ScheduleChanges changes) {
        this.transactions = transactions;
        this.branches = branches;
        this.advisers = advisers;
        this.changes = changes;
    }

    /**
     * Does the work in one transaction and, if it was done, gives adviser and schedule their new versions.
     *
     * @param seen the version of the adviser that the caller knows; null for what cannot be stale
     * @param rights what speaks against the caller, given the adviser's branch
     */
    <T> Outcome<T, BranchRefusal> change(
            AdviserId adviser,
            @Nullable Long seen,
            Function<BranchId, Optional<BranchRefusal>> rights,
            Function<BranchRows.Locked, Outcome<T, BranchRefusal>> work) {
        return transactions.call(() -> {
            var branch = advisers.branchOf(adviser);
            if (branch.isEmpty()) {
                return Outcome.refused(new BranchRefusal.NotFound());
            }
            return Outcome.unless(rights.apply(branch.get()), () -> {
                var locked = branches.lock(branch.get()).orElseThrow();
                if (seen != null && advisers.version(adviser) != seen) {
                    return Outcome.refused(new BranchRefusal.Stale());
                }
                var outcome = work.apply(locked);
                if (outcome instanceof Outcome.Done) {
                    advisers.touch(adviser);
                    changes.ofAdviser(branch.get(), adviser);
                }
                return outcome;
            });
        });
    }
}
