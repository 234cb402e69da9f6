package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.appointments.AppointmentChange.What;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The next state of an appointment, and the line of history that goes with it. */
final class Changes {

    private Changes() {}

    /** Another standing at the same time with the same adviser. Calling off counts for calendars, being received does not. */
    static Appointment to(Appointment before, AppointmentStatus status, Instant now) {
        return new Appointment(
                before.id(),
                before.branch(),
                before.adviser(),
                before.customer(),
                before.reason(),
                status,
                before.start(),
                before.end(),
                before.blockedFrom(),
                before.blockedTo(),
                null,
                status == AppointmentStatus.CANCELLED ? before.sequence() + 1 : before.sequence(),
                before.version() + 1,
                now);
    }

    /** Another time or adviser. */
    static Appointment to(Appointment before, VisitTimes times, AdviserId adviser, Instant now) {
        return new Appointment(
                before.id(),
                before.branch(),
                adviser,
                before.customer(),
                before.reason(),
                before.status(),
                times.start(),
                times.end(),
                times.blockedFrom(),
                times.blockedTo(),
                null,
                before.sequence() + 1,
                before.version() + 1,
                now);
    }

    static AppointmentChange booked(Appointment booked, Actor by) {
        return new AppointmentChange(
                booked.changedAt(),
                What.BOOKED,
                Access.by(by),
                Access.account(by),
                null,
                null,
                booked.start(),
                booked.adviser(),
                null);
    }

    static AppointmentChange cancelled(Appointment before, Instant at, Actor by, @Nullable String reason) {
        return new AppointmentChange(
                at,
                What.CANCELLED,
                Access.by(by),
                Access.account(by),
                before.start(),
                before.adviser(),
                null,
                null,
                reason);
    }

    static AppointmentChange between(
            Appointment before, Appointment after, What what, Actor by, @Nullable String reason) {
        return new AppointmentChange(
                after.changedAt(),
                what,
                Access.by(by),
                Access.account(by),
                before.start(),
                before.adviser(),
                after.start(),
                after.adviser(),
                reason);
    }
}
