package fr.guichet.appointments;

import fr.guichet.branches.ClosureView;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One local day of a branch.
 *
 * @param open opening hours less closures and public holidays
 * @param closure the closure that reaches into the day, if there is one
 * @param advisers those who receive customers here, and those who left but have a visit on the day
 * @param needingAction how many visits of the branch, on whatever day, cannot take place as booked
 */
public record BranchCalendar(
        LocalDate date,
        List<TimeSpan> open,
        Optional<ClosureView> closure,
        List<AdviserCalendar> advisers,
        int needingAction) {

    public BranchCalendar {
        open = List.copyOf(open);
        advisers = List.copyOf(advisers);
    }
}
