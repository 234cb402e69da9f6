package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.CustomerAlreadyBooked;
import fr.guichet.appointments.AppointmentRefusal.HoldNotFound;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.ReasonNotOffered;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.appointments.HoldSlot;
import fr.guichet.appointments.application.SlotDesk.Ground;
import fr.guichet.appointments.domain.DayBook;
import fr.guichet.appointments.domain.Guard.Verdict;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.Savepoints;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps a slot for a customer who is about to book: one each, for ten minutes. */
@Component
public class HoldSlots {

    private static final Duration LENGTH = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final SlotDesk desk;
    private final AppointmentStore store;
    private final Savepoints savepoints;
    private final Announcements announcements;

    HoldSlots(
            Transactions transactions,
            SlotDesk desk,
            AppointmentStore store,
            Savepoints savepoints,
            Announcements announcements) {
        this.transactions = transactions;
        this.desk = desk;
        this.store = store;
        this.savepoints = savepoints;
        this.announcements = announcements;
    }

    /** Asking again for the slot that one holds answers the same hold; asking for another gives the first one up. */
    public Outcome<Appointment, AppointmentRefusal> hold(CustomerActor actor, HoldSlot wish) {
        return transactions.call(() -> decide(actor.customer(), wish));
    }

    /** Gives a hold back. */
    public Outcome<AppointmentId, AppointmentRefusal> release(CustomerActor actor, AppointmentId id) {
        return transactions.call(() -> {
            var own = store.lock(id).filter(hold -> isHoldOf(actor.customer(), hold));
            if (own.isEmpty()) {
                return Outcome.refused(new HoldNotFound());
            }
            store.drop(id).ifPresent(announcements::freed);
            return Outcome.done(id);
        });
    }

    public Optional<BranchId> branchOf(CustomerActor actor, AppointmentId id) {
        return store.find(id).filter(hold -> isHoldOf(actor.customer(), hold)).map(Appointment::branch);
    }

    /** Whether it is a hold of the customer's, running or run out. */
    static boolean isHoldOf(CustomerId customer, Appointment hold) {
        return hold.customer().equals(customer)
                && (hold.status() == AppointmentStatus.HELD || hold.status() == AppointmentStatus.LAPSED);
    }

    private Outcome<Appointment, AppointmentRefusal> decide(CustomerId customer, HoldSlot wish) {
        var found = desk.ground(wish.branch(), wish.reason());
        if (found.isEmpty()) {
            return Outcome.refused(new NotFound());
        }
        var ground = found.get();
        if (!ground.reason().active()) {
            return Outcome.refused(new ReasonNotOffered());
        }
        var bad = ground.judgeStart(wish.start());
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        var times = ground.times(wish.start());
        // Asked for twice at once, one hold would find the other gone where it looked for it, and take the slot for
        // taken.
        store.queueHoldsOf(customer);
        var book = desk.book(ground, times, wish.adviser());
        var already = book.holdOf(customer)
                .flatMap(entry -> store.find(new AppointmentId(entry.id())))
                .filter(hold -> isSame(hold, wish, ground));
        if (already.isPresent()) {
            return Outcome.done(already.get());
        }
        return switch (desk.judge(ground, book.withoutHoldOf(customer), times, wish.adviser())) {
            case Verdict.Refused(var why) -> Outcome.refused(desk.help(why, ground, wish.start(), wish.adviser()));
            case Verdict.Passed(var passed, var advisers) -> keep(customer, wish, ground, book, passed, advisers);
        };
    }

    private Outcome<Appointment, AppointmentRefusal> keep(
            CustomerId customer,
            HoldSlot wish,
            Ground ground,
            DayBook book,
            VisitTimes times,
            List<AdviserId> advisers) {
        for (var adviser : advisers) {
            desk.sweep(book, adviser, times, ground.now());
            var hold = hold(customer, wish, ground, times, adviser);
            if (store.keep(hold, null)) {
                return Outcome.done(hold);
            }
            var own = store.holdOf(customer);
            if (own.filter(held -> isSame(held, wish, ground)).isPresent()) {
                return Outcome.done(own.get());
            }
            if (!store.visitsOf(customer, times.start(), times.end()).isEmpty()) {
                return Outcome.refused(new CustomerAlreadyBooked());
            }
            if (own.isPresent() && replace(own, hold)) {
                return Outcome.done(hold);
            }
        }
        return Outcome.refused(desk.taken(ground, wish.start(), wish.adviser()));
    }

    /** The old hold goes only if the new one can be had. */
    private boolean replace(Optional<Appointment> own, Appointment hold) {
        var old = own.orElseThrow();
        boolean replaced = savepoints.attempt(() -> {
            store.drop(old.id());
            return store.keep(hold, null);
        });
        if (replaced) {
            announcements.freed(old);
        }
        return replaced;
    }

    private static boolean isSame(Appointment hold, HoldSlot wish, Ground ground) {
        return hold.status() == AppointmentStatus.HELD
                && !hold.hasLapsed(ground.now())
                && hold.branch().equals(wish.branch())
                && hold.reason().equals(wish.reason())
                && hold.start().equals(wish.start())
                && (wish.adviser() == null || hold.adviser().equals(wish.adviser()));
    }

    private static Appointment hold(
            CustomerId customer, HoldSlot wish, Ground ground, VisitTimes times, AdviserId adviser) {
        return new Appointment(
                AppointmentId.next(),
                wish.branch(),
                adviser,
                customer,
                wish.reason(),
                AppointmentStatus.HELD,
                times.start(),
                times.end(),
                times.blockedFrom(),
                times.blockedTo(),
                ground.now().plus(LENGTH),
                0,
                0,
                ground.now());
    }
}
