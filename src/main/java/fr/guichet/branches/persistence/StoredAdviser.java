package fr.guichet.branches.persistence;

import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.AdviserProfile;
import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.branches.domain.AdviserHours;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * An adviser and all that shapes his or her time.
 *
 * @param patterns all of them, by start
 * @param overrides by day, from the date asked for
 * @param absences by start, those that end after the date asked for
 */
public record StoredAdviser(
        AdviserId id,
        BranchId branch,
        AdviserProfile profile,
        long version,
        List<WeeklyPattern> patterns,
        SortedMap<LocalDate, List<LocalTimeRange>> overrides,
        List<AbsenceView> absences) {

    BranchSchedule.Member toMember() {
        return new BranchSchedule.Member(
                new AdviserSchedule(id, profile.displayName(), profile.skills(), profile.languages(), profile.active()),
                new AdviserHours(patterns, overrides, absences));
    }
}
