package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentChange.By;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.Subject;
import org.jspecify.annotations.Nullable;

/** What a caller may see of an appointment and do to it: as far as the right reaches of whoever comes, and of the branch. */
final class Access {

    private Access() {}

    static boolean sees(Actor actor, Appointment appointment) {
        return appointment.status().isAppointment() && actor.maySee(subject(appointment));
    }

    static boolean mayDo(Actor actor, Appointment appointment) {
        return actor.mayDo(subject(appointment));
    }

    private static Subject subject(Appointment appointment) {
        return Subject.of(appointment.customer(), appointment.branch());
    }

    static boolean isStaff(Actor actor) {
        return by(actor) != By.CUSTOMER;
    }

    static By by(Actor actor) {
        return switch (actor) {
            case CustomerActor customer -> By.CUSTOMER;
            case StaffActor staff -> By.STAFF;
            case SystemActor system -> By.SYSTEM;
        };
    }

    static @Nullable AccountId account(Actor actor) {
        return switch (actor) {
            case CustomerActor customer -> customer.account();
            case StaffActor staff -> staff.account();
            case SystemActor system -> null;
        };
    }
}
