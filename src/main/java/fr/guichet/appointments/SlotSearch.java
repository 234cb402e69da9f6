package fr.guichet.appointments;

import fr.guichet.branches.ReasonId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Free slots of a branch for a reason.
 *
 * @param from first day, in the branch's zone
 * @param to last day, at most {@value #MOST_DAYS} in all
 * @param adviser null for any
 */
public record SlotSearch(
        BranchId branch,
        ReasonId reason,
        LocalDate from,
        LocalDate to,
        @Nullable AdviserId adviser) {

    public static final int MOST_DAYS = 90;

    public SlotSearch {
        if (to.isBefore(from) || to.toEpochDay() - from.toEpochDay() >= MOST_DAYS) {
            throw new IllegalArgumentException("From " + from + " to " + to + " is not 1 to " + MOST_DAYS + " days");
        }
    }
}
