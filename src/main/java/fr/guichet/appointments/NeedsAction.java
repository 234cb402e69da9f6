package fr.guichet.appointments;

/**
 * A visit to come that cannot take place as booked, and why. Worked out whenever someone asks, from the schedule as it is then: what
 * is never stored cannot be lost.
 */
public record NeedsAction(Appointment appointment, Cause cause) {

    /** What stands in the way. */
    public enum Cause {
        /** The adviser no longer receives customers here. */
        ADVISER_LEFT,
        /** The adviser lacks a skill that the reason asks for. */
        ADVISER_NOT_QUALIFIED,
        /** A closure, a public holiday or other opening hours. */
        BRANCH_CLOSED,
        ADVISER_ABSENT,
        /** The adviser does not work for the whole of the visit. */
        OUTSIDE_HOURS
    }
}
