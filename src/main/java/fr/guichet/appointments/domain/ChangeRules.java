package fr.guichet.appointments.domain;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.NotAllowedInStatus;
import fr.guichet.appointments.AppointmentRefusal.TooEarly;
import fr.guichet.appointments.AppointmentRefusal.TooLateToChange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may do what to an appointment, and when. That it is theirs at all is asked elsewhere. */
public final class ChangeRules {

    /** Customers move or cancel until so long before the start. */
    public static final Duration CUSTOMER_LIMIT = Duration.ofHours(2);

    private static final Set<AppointmentAction> CUSTOMERS =
            EnumSet.of(AppointmentAction.MOVE, AppointmentAction.CANCEL);

    private ChangeRules() {}

    /** The last moment at which the customer may move or cancel. */
    public static Instant changeableUntil(Appointment appointment) {
        return appointment.start().minus(CUSTOMER_LIMIT);
    }

    /**
     * Why the action is not possible now; empty if it is.
     *
     * @param staff whether a member of staff acts, not the customer
     * @param zone of the branch: a visit can be checked in and started from the midnight before it
     */
    public static Optional<AppointmentRefusal> refuse(
            Appointment appointment, AppointmentAction action, boolean staff, ZoneId zone, Instant now) {
        if (appointment.status().after(action).isEmpty()) {
            return Optional.of(new NotAllowedInStatus(appointment.status()));
        }
        if (!staff) {
            return CUSTOMERS.contains(action) ? tooLate(appointment, now) : notForCustomers(appointment);
        }
        var from = possibleFrom(appointment, action, zone);
        return now.isBefore(from) ? Optional.of(new TooEarly(from)) : Optional.empty();
    }

    /** What the caller may do now. */
    public static Set<AppointmentAction> allowed(Appointment appointment, boolean staff, ZoneId zone, Instant now) {
        var allowed = EnumSet.noneOf(AppointmentAction.class);
        for (var action : appointment.status().actions()) {
            if (refuse(appointment, action, staff, zone, now).isEmpty()) {
                allowed.add(action);
            }
        }
        return allowed;
    }

    private static Optional<AppointmentRefusal> tooLate(Appointment appointment, Instant now) {
        var limit = changeableUntil(appointment);
        return now.isAfter(limit) ? Optional.of(new TooLateToChange(limit)) : Optional.empty();
    }

    private static Optional<AppointmentRefusal> notForCustomers(Appointment appointment) {
        return Optional.of(new NotAllowedInStatus(appointment.status()));
    }

    private static Instant possibleFrom(Appointment appointment, AppointmentAction action, ZoneId zone) {
        return switch (action) {
            case NO_SHOW -> appointment.start();
            case CHECK_IN, START ->
                appointment
                        .start()
                        .atZone(zone)
                        .toLocalDate()
                        .atStartOfDay(zone)
                        .toInstant();
            case MOVE, CANCEL, REASSIGN, FINISH -> Instant.MIN;
        };
    }
}
