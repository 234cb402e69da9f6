package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentChange.What;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.WaitingStore;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Outcome;
import org.springframework.stereotype.Component;

/** Notes what happens on the day: the customer comes, is received, leaves, or does not come. */
@Component
public class ReceiveVisits {

    private final ChangeVisits changes;
    private final AppointmentStore store;
    private final WaitingStore waiting;
    private final Announcements announcements;
    private final VisitRecords records;

    ReceiveVisits(
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

    /** One of {@link AppointmentAction#CHECK_IN}, START, FINISH and NO_SHOW, by staff. */
    public Outcome<Appointment, AppointmentRefusal> note(
            Actor actor, AppointmentId id, long version, AppointmentAction action) {
        return changes.change(actor, id, version, action, (before, ground) -> {
            var status = before.status().after(action).orElseThrow();
            var after = Changes.to(before, status, ground.now());
            store.change(after, Changes.between(before, after, what(action), actor, null));
            waiting.end(before.id()).ifPresent(announcements::freed);
            announcements.received(after, action);
            records.received(actor, after, action);
            return Outcome.done(after);
        });
    }

    private static What what(AppointmentAction action) {
        return switch (action) {
            case CHECK_IN -> What.CHECKED_IN;
            case START -> What.STARTED;
            case FINISH -> What.FINISHED;
            case NO_SHOW -> What.NO_SHOW;
            case MOVE, CANCEL, REASSIGN -> throw new IllegalArgumentException(action.name());
        };
    }
}
