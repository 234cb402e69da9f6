package fr.guichet.branches.persistence;

import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.ClosureView;
import fr.guichet.shared.BranchId;
import java.util.List;

/**
 * A branch as its row says.
 *
 * @param version of what managers edit
 * @param scheduleVersion of everything that shapes its free time
 * @param closures by start, those that end after the date asked for
 */
public record StoredBranch(
        BranchId id,
        String code,
        BranchSettings settings,
        long version,
        long scheduleVersion,
        List<ClosureView> closures) {}
