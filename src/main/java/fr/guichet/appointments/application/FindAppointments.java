package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentPosition;
import fr.guichet.appointments.domain.ChangeRules;
import fr.guichet.appointments.persistence.AppointmentQueries;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.branches.Schedules;
import fr.guichet.identity.rights.Rights;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads appointments, for whoever may see them. */
@Component
public class FindAppointments {

    private final AppointmentStore store;
    private final AppointmentQueries queries;
    private final Schedules schedules;
    private final Rights rights;
    private final Clock clock;

    FindAppointments(
            AppointmentStore store, AppointmentQueries queries, Schedules schedules, Rights rights, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.schedules = schedules;
        this.rights = rights;
        this.clock = clock;
    }

    public Optional<Appointment> find(Actor actor, AppointmentId id) {
        return store.find(id).filter(found -> Access.sees(actor, found));
    }

    /** Up to so many visits of the customer's to come, the next one first. */
    public List<Appointment> upcoming(CustomerActor actor, @Nullable AppointmentPosition after, int limit) {
        return queries.upcoming(actor.customer(), clock.instant(), after, limit);
    }

    /** Up to so many of the customer's visits that are over or do not take place, the latest first. */
    public List<Appointment> past(CustomerActor actor, @Nullable AppointmentPosition after, int limit) {
        return queries.past(actor.customer(), clock.instant(), after, limit);
    }

    /** What happened to an appointment; empty when the caller may not see it. */
    public Optional<List<AppointmentChange>> history(Actor actor, AppointmentId id) {
        return find(actor, id).map(found -> queries.history(id));
    }

    /** What the caller may do to an appointment now. */
    public Set<AppointmentAction> allowed(Actor actor, Appointment appointment) {
        return schedules
                .of(appointment.branch())
                .map(schedule ->
                        ChangeRules.allowed(appointment, Access.isStaff(actor), schedule.zone(), clock.instant()))
                .orElse(Set.of())
                .stream()
                .filter(action -> Access.mayDo(rights.doing(operation(action), actor), appointment))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AppointmentAction.class)));
    }

    /** Whether the caller may open the appointment, and so learn who comes. */
    public boolean mayOpen(Actor actor, Appointment appointment) {
        return Access.mayDo(rights.doing("getAppointment", actor), appointment);
    }

    /** What the action is called in the table of rights. */
    private static String operation(AppointmentAction action) {
        return switch (action) {
            case MOVE -> "moveAppointment";
            case CANCEL -> "cancelAppointment";
            case REASSIGN -> "reassignAppointment";
            case CHECK_IN -> "checkIn";
            case START -> "startVisit";
            case FINISH -> "finishVisit";
            case NO_SHOW -> "markNoShow";
        };
    }
}
