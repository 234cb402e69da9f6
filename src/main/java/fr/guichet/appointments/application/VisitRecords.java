package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.SystemActor;
import org.springframework.stereotype.Component;

/** Writes down what is done to visits, in the transaction that does it. Why is in the visit's own history: it is free text. */
@Component
public class VisitRecords {

    private final AuditTrail audit;

    VisitRecords(AuditTrail audit) {
        this.audit = audit;
    }

    void booked(Actor by, Appointment visit) {
        audit.record(entry(by, AppointmentAudit.BOOKED, visit)
                .with("start", visit.start())
                .with("adviser", visit.adviser().value()));
    }

    void moved(Actor by, Appointment before, Appointment after) {
        moved(by, AppointmentAudit.MOVED, before, after);
    }

    void accepted(Actor by, Appointment before, Appointment after) {
        moved(by, AppointmentAudit.OFFER_ACCEPTED, before, after);
    }

    void reassigned(Actor by, Appointment before, Appointment after) {
        audit.record(entry(by, AppointmentAudit.REASSIGNED, after)
                .with("start", after.start())
                .with("from-adviser", before.adviser().value())
                .with("adviser", after.adviser().value()));
    }

    void cancelled(Actor by, Appointment before) {
        audit.record(entry(by, AppointmentAudit.CANCELLED, before)
                .with("start", before.start())
                .with("adviser", before.adviser().value()));
    }

    void received(Actor by, Appointment visit, AppointmentAction action) {
        var what =
                switch (action) {
                    case CHECK_IN -> AppointmentAudit.CHECKED_IN;
                    case START -> AppointmentAudit.STARTED;
                    case FINISH -> AppointmentAudit.FINISHED;
                    case NO_SHOW -> AppointmentAudit.NO_SHOW;
                    case MOVE, CANCEL, REASSIGN -> throw new IllegalArgumentException(action.name());
                };
        audit.record(entry(by, what, visit).with("start", visit.start()));
    }

    /** Something about the waiting list: joined, left, or an offer let go. */
    void waiting(Actor by, AppointmentAudit what, WaitingEntry entry) {
        audit.record(
                AuditEntry.of(by, what, AuditSubject.WAITING_ENTRY, entry.id().value())
                        .on(entry.customer())
                        .in(entry.branch())
                        .with("appointment", entry.appointment().value()));
    }

    /** Visits by the thousand, which came in or were closed together. */
    public void many(SystemActor by, AppointmentAudit what, int visits) {
        if (visits > 0) {
            audit.record(AuditEntry.of(by, what, AuditSubject.APPOINTMENT, null).with("visits", visits));
        }
    }

    private void moved(Actor by, AppointmentAudit what, Appointment before, Appointment after) {
        audit.record(entry(by, what, after)
                .with("from", before.start())
                .with("start", after.start())
                .with("adviser", after.adviser().value()));
    }

    private static AuditEntry entry(Actor by, AppointmentAudit what, Appointment visit) {
        return AuditEntry.of(by, what, AuditSubject.APPOINTMENT, visit.id().value())
                .on(visit.customer())
                .in(visit.branch());
    }
}
