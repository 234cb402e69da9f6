package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.ReasonMissing;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.appointments.CancelAppointment;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.WaitingStore;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Outcome;
import org.springframework.stereotype.Component;

/** Calls visits off: customers until some hours before, staff at any time and with a reason. */
@Component
public class CancelVisits {

    private final ChangeVisits changes;
    private final AppointmentStore store;
    private final WaitingStore waiting;
    private final Announcements announcements;
    private final VisitRecords records;

    CancelVisits(
            ChangeVisits changes,
            AppointmentStore store,
            WaitingStore waiting,
            Announcements announcements,
            VisitRecords records) {
        this.changes = changes;
        this.store = store;
        this.waiting = waiting;
        this.announcements = announcements;
        this.records = records;
    }

    public Outcome<Appointment, AppointmentRefusal> cancel(Actor actor, CancelAppointment wish) {
        return changes.change(actor, wish.appointment(), wish.version(), AppointmentAction.CANCEL, (before, ground) -> {
            var reason = wish.reason();
            if (Access.isStaff(actor) && (reason == null || reason.isBlank())) {
                return Outcome.refused(new ReasonMissing());
            }
            var after = Changes.to(before, AppointmentStatus.CANCELLED, ground.now());
            store.change(after, Changes.cancelled(before, ground.now(), actor, reason));
            waiting.end(before.id()).ifPresent(announcements::freed);
            announcements.cancelled(before, actor);
            records.cancelled(actor, before);
            return Outcome.done(after);
        });
    }
}
