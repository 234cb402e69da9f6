package fr.guichet.appointments;

import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.AdviserSchedule;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDate;
import java.util.List;

/** Some days of one adviser of a branch. */
public record AdviserCalendar(BranchId branch, AdviserSchedule adviser, List<Day> days) {

    public AdviserCalendar {
        days = List.copyOf(days);
    }

    /**
     * One local day.
     *
     * @param working hours worked by pattern or override, whether or not the adviser is away
     * @param receiving the part of them within opening hours, when visits can be booked
     * @param absences whole, though they may reach beyond the day
     * @param appointments those that start on the day, by start
     */
    public record Day(
            LocalDate date,
            List<TimeSpan> working,
            List<TimeSpan> receiving,
            List<AbsenceView> absences,
            List<Appointment> appointments) {
        public Day {
            working = List.copyOf(working);
            receiving = List.copyOf(receiving);
            absences = List.copyOf(absences);
            appointments = List.copyOf(appointments);
        }
    }
}
