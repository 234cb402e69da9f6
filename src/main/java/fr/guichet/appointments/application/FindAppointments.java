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
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads appointments, for whoever may see them. */
@Component
public class FindAppointments {

    private final AppointmentStore store;
    private final AppointmentQueries queries;
    private final Schedules schedules;
    private final Clock clock;

    FindAppointments(AppointmentStore store, AppointmentQueries queries, Schedules schedules, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.schedules = schedules;
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
                .orElse(Set.of());
    }
}
