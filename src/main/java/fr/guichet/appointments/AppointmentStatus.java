package fr.guichet.appointments;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where an appointment stands, and what may be done to it there. The table below is the only place that says so. */
public enum AppointmentStatus {
    /** A slot kept for a customer who is about to book; not an appointment yet. */
    HELD,
    /** An earlier slot kept for a customer on the waiting list while he or she decides; not an appointment. */
    OFFERED,
    /** A hold or offer whose time ran out. It blocks nothing and goes away. */
    LAPSED,
    BOOKED,
    CHECKED_IN,
    IN_PROGRESS,
    FINISHED,
    NO_SHOW,
    CANCELLED;

    private static final Map<AppointmentStatus, Map<AppointmentAction, AppointmentStatus>> TABLE = new EnumMap<>(Map.of(
            BOOKED,
            Map.of(
                    AppointmentAction.MOVE, BOOKED,
                    AppointmentAction.REASSIGN, BOOKED,
                    AppointmentAction.CANCEL, CANCELLED,
                    AppointmentAction.CHECK_IN, CHECKED_IN,
                    // An adviser who fetches the customer at the door need not check him in first.
                    AppointmentAction.START, IN_PROGRESS,
                    AppointmentAction.NO_SHOW, NO_SHOW),
            CHECKED_IN,
            Map.of(
                    AppointmentAction.REASSIGN, CHECKED_IN,
                    AppointmentAction.CANCEL, CANCELLED,
                    AppointmentAction.START, IN_PROGRESS),
            IN_PROGRESS,
            Map.of(AppointmentAction.FINISH, FINISHED)));

    /** Where the action leads from here; empty when it is not allowed. */
    public Optional<AppointmentStatus> after(AppointmentAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action));
    }

    public Set<AppointmentAction> actions() {
        return TABLE.getOrDefault(this, Map.of()).keySet();
    }

    /** Whether the adviser's time is taken: the database lets no two such ranges of one adviser overlap. */
    public boolean blocks() {
        return switch (this) {
            case HELD, OFFERED, BOOKED, CHECKED_IN, IN_PROGRESS -> true;
            case LAPSED, FINISHED, NO_SHOW, CANCELLED -> false;
        };
    }

    /** Whether it is, or was, a visit rather than a slot kept for a while. */
    public boolean isAppointment() {
        return switch (this) {
            case HELD, OFFERED, LAPSED -> false;
            case BOOKED, CHECKED_IN, IN_PROGRESS, FINISHED, NO_SHOW, CANCELLED -> true;
        };
    }

    /** Whether the visit is still to come or going on. */
    public boolean isOpen() {
        return isAppointment() && blocks();
    }
}
