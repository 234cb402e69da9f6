package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentChange.What;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.CustomerAlreadyBooked;
import fr.guichet.appointments.AppointmentRefusal.ReasonMissing;
import fr.guichet.appointments.MoveAppointment;
import fr.guichet.appointments.ReassignAppointment;
import fr.guichet.appointments.application.SlotDesk.Ground;
import fr.guichet.appointments.domain.DayBook;
import fr.guichet.appointments.domain.Guard.Verdict;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.Conflict;
import fr.guichet.appointments.persistence.Savepoints;
import fr.guichet.appointments.persistence.Savepoints.Attempt;
import fr.guichet.appointments.persistence.WaitingStore;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves visits to another time, and reassigns them to another adviser at the same time. */
@Component
public class MoveVisits {

    private final ChangeVisits changes;
    private final SlotDesk desk;
    private final AppointmentStore store;
    private final WaitingStore waiting;
    private final Savepoints savepoints;
    private final Announcements announcements;
    private final VisitRecords records;

    MoveVisits(
            ChangeVisits changes,
            SlotDesk desk,
            AppointmentStore store,
            WaitingStore waiting,
            Savepoints savepoints,
            Announcements announcements,
            VisitRecords records) {
        this.changes = changes;
        this.desk = desk;
        this.store = store;
        this.waiting = waiting;
        this.savepoints = savepoints;
        this.announcements = announcements;
        this.records = records;
    }

    /**
     * Moves a visit; staff say why. To where it already is: nothing happens. Whoever waited for an earlier slot with it waits no
     * longer.
     */
    public Outcome<Appointment, AppointmentRefusal> move(Actor actor, MoveAppointment wish) {
        return changes.change(actor, wish.appointment(), wish.version(), AppointmentAction.MOVE, (before, ground) -> {
            var wanted = wish.adviser();
            if (before.start().equals(wish.start())
                    && (wanted == null || before.adviser().equals(wanted))) {
                return Outcome.done(before);
            }
            var bad = ground.judgeStart(wish.start());
            if (bad.isPresent()) {
                return Outcome.refused(bad.get());
            }
            if (Access.isStaff(actor) && (wish.reason() == null || wish.reason().isBlank())) {
                return Outcome.refused(new ReasonMissing());
            }
            var change = new Move(actor, before, What.MOVED, wish.reason());
            return go(change, ground, ground.times(wish.start()), wanted);
        });
    }

    /** Gives a visit to another adviser. Its time was chosen before, so notice and horizon are not asked again. */
    public Outcome<Appointment, AppointmentRefusal> reassign(Actor actor, ReassignAppointment wish) {
        return changes.change(
                actor, wish.appointment(), wish.version(), AppointmentAction.REASSIGN, (before, ground) -> {
                    if (before.adviser().equals(wish.adviser())) {
                        return Outcome.done(before);
                    }
                    var change = new Move(actor, before, What.REASSIGNED, wish.reason());
                    return go(change, ground, VisitTimes.of(before), wish.adviser());
                });
    }

    private record Move(
            Actor actor,
            Appointment before,
            What what,
            @Nullable String reason) {}

    private Outcome<Appointment, AppointmentRefusal> go(
            Move move, Ground ground, VisitTimes times, @Nullable AdviserId wanted) {
        var before = move.before();
        var book = desk.book(ground, times, wanted).without(before.id().value());
        if (move.what() != What.MOVED) {
            return place(move, ground, book, times, wanted);
        }
        // The earlier slot that the customer is thinking about is not in the way of taking it; left, it goes to the
        // next.
        var offered = waiting.offerTo(before.id()).flatMap(id -> store.find(new AppointmentId(id)));
        var open = offered.map(offer -> book.without(offer.id().value())).orElse(book);
        var outcome = place(move, ground, open, times, wanted);
        if (outcome instanceof Outcome.Done) {
            offered.ifPresent(announcements::freed);
        }
        return outcome;
    }

    private Outcome<Appointment, AppointmentRefusal> place(
            Move move, Ground ground, DayBook book, VisitTimes times, @Nullable AdviserId wanted) {
        return switch (desk.judge(ground, book, times, wanted)) {
            case Verdict.Refused(var why) -> Outcome.refused(desk.help(why, ground, times.start(), wanted));
            case Verdict.Passed(var passed, var advisers) -> place(move, ground, book, passed, advisers, wanted);
        };
    }

    private Outcome<Appointment, AppointmentRefusal> place(
            Move move,
            Ground ground,
            DayBook book,
            VisitTimes times,
            List<AdviserId> advisers,
            @Nullable AdviserId wanted) {
        for (var adviser : advisers) {
            desk.sweep(book, adviser, times, ground.now());
            var after = Changes.to(move.before(), times, adviser, ground.now());
            switch (savepoints.attempt(() -> write(move, after))) {
                case Attempt.Done() -> {
                    announce(move, after);
                    return Outcome.done(after);
                }
                case Attempt.Refused(var conflict) -> {
                    if (conflict == Conflict.CUSTOMER) {
                        return Outcome.refused(new CustomerAlreadyBooked());
                    }
                }
            }
        }
        return Outcome.refused(desk.taken(ground, times.start(), wanted));
    }

    private void write(Move move, Appointment after) {
        if (move.what() == What.MOVED) {
            waiting.end(move.before().id());
        }
        store.change(after, Changes.between(move.before(), after, move.what(), move.actor(), move.reason()));
    }

    private void announce(Move move, Appointment after) {
        if (move.what() == What.MOVED) {
            announcements.moved(move.before(), after);
            records.moved(move.actor(), move.before(), after);
        } else {
            announcements.reassigned(move.before(), after);
            records.reassigned(move.actor(), move.before(), after);
        }
    }
}
