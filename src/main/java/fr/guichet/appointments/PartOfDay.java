package fr.guichet.appointments;

import java.time.LocalTime;

/** When on a day a customer would rather come. */
public enum PartOfDay {
    /** Starts before noon, local time. */
    MORNING,
    /** Starts at noon or later. */
    AFTERNOON;

    public boolean has(LocalTime start) {
        return (this == MORNING) == start.isBefore(LocalTime.NOON);
    }
}
