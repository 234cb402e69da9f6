package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentChange.By;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import org.jspecify.annotations.Nullable;

/** Whose appointments a caller may see: customers their own, staff those of their branch. */
final class Access {

    private Access() {}

    static boolean sees(Actor actor, Appointment appointment) {
        return appointment.status().isAppointment()
                && switch (actor) {
                    case CustomerActor customer -> customer.customer().equals(appointment.customer());
                    case StaffActor staff -> staff.worksIn(appointment.branch());
                    case SystemActor system -> true;
                };
    }

    /** Whose calendars are a caller's to see. */
    static boolean worksIn(Actor actor, BranchId branch) {
        return switch (actor) {
            case CustomerActor customer -> false;
            case StaffActor staff -> staff.worksIn(branch);
            case SystemActor system -> true;
        };
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
