package fr.guichet.appointments;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The free slots of a branch for a reason.
 *
 * @param firstDay the first day that the reason's notice leaves open
 * @param lastDay the last day within the reason's horizon
 * @param days every day asked for, those without slots included
 */
public record FreeSlots(ZoneId zone, LocalDate firstDay, LocalDate lastDay, List<Day> days) {

    public FreeSlots {
        days = List.copyOf(days);
    }

    /** One local day. */
    public record Day(LocalDate date, List<Slot> slots) {
        public Day {
            slots = List.copyOf(slots);
        }
    }

    /** The earliest slot of all. */
    public Optional<Slot> first() {
        return days.stream().flatMap(day -> day.slots().stream()).findFirst();
    }
}
