package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.appointments.events.AppointmentBooked;
import fr.guichet.appointments.events.AppointmentCancelled;
import fr.guichet.appointments.events.AppointmentCheckedIn;
import fr.guichet.appointments.events.AppointmentFinished;
import fr.guichet.appointments.events.AppointmentMoved;
import fr.guichet.appointments.events.AppointmentNoShow;
import fr.guichet.appointments.events.AppointmentReassigned;
import fr.guichet.appointments.events.AppointmentStarted;
import fr.guichet.appointments.events.EarlierSlotOffered;
import fr.guichet.appointments.events.SlotFreed;
import fr.guichet.appointments.persistence.WaitingStore;
import fr.guichet.platform.live.LiveUpdates;
import fr.guichet.platform.live.Topic;
import fr.guichet.shared.Actor;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the rest of the house, and the screens that watch, what became of an appointment. Inside the transaction that made it so. */
@Component
public class Announcements {

    private final ApplicationEventPublisher events;
    private final LiveUpdates live;
    private final WaitingStore waiting;

    Announcements(ApplicationEventPublisher events, LiveUpdates live, WaitingStore waiting) {
        this.events = events;
        this.live = live;
        this.waiting = waiting;
    }

    void booked(Appointment a) {
        events.publishEvent(new AppointmentBooked(
                a.id().value(),
                a.branch().value(),
                a.adviser().value(),
                a.customer().value(),
                a.reason().value(),
                a.start(),
                a.end()));
        changed(a);
    }

    void moved(Appointment before, Appointment after) {
        events.publishEvent(new AppointmentMoved(
                after.id().value(),
                after.branch().value(),
                after.customer().value(),
                after.reason().value(),
                before.adviser().value(),
                before.start(),
                after.adviser().value(),
                after.start(),
                after.end()));
        freed(before);
        changed(after);
        adviserChanged(before, after);
    }

    void reassigned(Appointment before, Appointment after) {
        events.publishEvent(new AppointmentReassigned(
                after.id().value(),
                after.branch().value(),
                after.customer().value(),
                before.adviser().value(),
                after.adviser().value(),
                after.start()));
        freed(before);
        changed(after);
        adviserChanged(before, after);
    }

    void cancelled(Appointment before, Actor by) {
        events.publishEvent(new AppointmentCancelled(
                before.id().value(),
                before.branch().value(),
                before.adviser().value(),
                before.customer().value(),
                before.reason().value(),
                before.start(),
                Access.by(by).name()));
        freed(before);
        changed(before);
    }

    /** The customer came, was received, left, or did not come. */
    void received(Appointment a, AppointmentAction action) {
        var id = a.id().value();
        var branch = a.branch().value();
        var adviser = a.adviser().value();
        var customer = a.customer().value();
        switch (action) {
            case CHECK_IN ->
                events.publishEvent(new AppointmentCheckedIn(id, branch, adviser, customer, a.changedAt()));
            case START -> events.publishEvent(new AppointmentStarted(id, branch, adviser, customer, a.changedAt()));
            case FINISH -> events.publishEvent(new AppointmentFinished(id, branch, adviser, customer, a.changedAt()));
            case NO_SHOW -> events.publishEvent(new AppointmentNoShow(id, branch, adviser, customer, a.changedAt()));
            case MOVE, CANCEL, REASSIGN -> throw new IllegalArgumentException(action.name());
        }
        changed(a);
    }

    /** Something came off an adviser's calendar. Nobody is told when nobody waits: most days of most branches. */
    void freed(Appointment before) {
        if (waiting.anyoneWaits(before.branch())) {
            events.publishEvent(new SlotFreed(
                    before.branch().value(),
                    before.adviser().value(),
                    before.start(),
                    before.blockedFrom(),
                    before.blockedTo()));
        }
    }

    /** A customer was offered an earlier slot. */
    void offered(WaitingEntry entry, Appointment offer, Instant until) {
        events.publishEvent(new EarlierSlotOffered(
                entry.id().value(),
                entry.appointment().value(),
                entry.customer().value(),
                entry.branch().value(),
                offer.adviser().value(),
                offer.start(),
                until));
        offerChanged(offer);
    }

    /** What a customer is offered changed: his or her screens ask again. */
    void offerChanged(Appointment offer) {
        live.changed(new Topic("customer", offer.customer().value()));
    }

    private void changed(Appointment a) {
        live.changed(new Topic("adviser", a.adviser().value()));
        live.changed(new Topic("branch", a.branch().value()));
        live.changed(new Topic("customer", a.customer().value()));
    }

    private void adviserChanged(Appointment before, Appointment after) {
        if (!before.adviser().equals(after.adviser())) {
            live.changed(new Topic("adviser", before.adviser().value()));
        }
    }
}
