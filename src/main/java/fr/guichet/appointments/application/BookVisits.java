package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.CustomerAlreadyBooked;
import fr.guichet.appointments.AppointmentRefusal.HoldExpired;
import fr.guichet.appointments.AppointmentRefusal.HoldNotFound;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.ReasonNotOffered;
import fr.guichet.appointments.AppointmentRefusal.SlotInPast;
import fr.guichet.appointments.AppointmentRefusal.SlotTaken;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.appointments.BookAppointment;
import fr.guichet.appointments.application.SlotDesk.Ground;
import fr.guichet.appointments.domain.DayBook;
import fr.guichet.appointments.domain.Guard.Verdict;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.appointments.persistence.AppointmentQueries;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.Conflict;
import fr.guichet.appointments.persistence.Savepoints;
import fr.guichet.appointments.persistence.Savepoints.Attempt;
import fr.guichet.customers.Customers;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.Outcome;
import fr.guichet.shared.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Books visits: from a hold, or straight away. */
@Component
public class BookVisits {

    private final Transactions transactions;
    private final SlotDesk desk;
    private final AppointmentStore store;
    private final Savepoints savepoints;
    private final Announcements announcements;
    private final Customers customers;
    private final AppointmentQueries queries;
    private final VisitRecords records;

    BookVisits(
            Transactions transactions,
            SlotDesk desk,
            AppointmentStore store,
            Savepoints savepoints,
            Announcements announcements,
            Customers customers,
            AppointmentQueries queries,
            VisitRecords records) {
        this.transactions = transactions;
        this.desk = desk;
        this.store = store;
        this.savepoints = savepoints;
        this.announcements = announcements;
        this.customers = customers;
        this.queries = queries;
        this.records = records;
    }

    /** Turns a hold into an appointment with the same identifier. Asking again answers the same appointment. */
    public Outcome<Appointment, AppointmentRefusal> book(CustomerActor actor, AppointmentId hold) {
        try {
            return transactions.call(() -> fromHold(actor, hold));
        } catch (DataIntegrityViolationException e) {
            // The customer booked another visit at the same time between our look and our write.
            if (Conflict.of(e).filter(Conflict.CUSTOMER::equals).isPresent()) {
                return Outcome.refused(new CustomerAlreadyBooked());
            }
            throw e;
        }
    }

    /** Books without a hold. Asking again for the same visit answers the appointment that is there. */
    public Outcome<Appointment, AppointmentRefusal> book(Actor actor, BookAppointment wish) {
        return transactions.call(() -> directly(actor, wish));
    }

    private Outcome<Appointment, AppointmentRefusal> fromHold(CustomerActor actor, AppointmentId id) {
        var locked = store.lock(id).filter(row -> row.customer().equals(actor.customer()));
        if (locked.isPresent() && locked.get().status().isOpen()) {
            return Outcome.done(locked.get());
        }
        var own = locked.filter(row -> HoldSlots.isHoldOf(actor.customer(), row));
        if (own.isEmpty()) {
            return Outcome.refused(new HoldNotFound());
        }
        var hold = own.get();
        var ground = desk.ground(hold.branch(), hold.reason());
        if (ground.isEmpty()) {
            return Outcome.refused(new NotFound());
        }
        boolean running = hold.status() == AppointmentStatus.HELD
                && !hold.hasLapsed(ground.get().now());
        return running ? keepPromise(actor, hold, ground.get()) : secondChance(actor, hold, ground.get());
    }

    /** Nobody else can have taken the slot; but the schedule may have changed since. Notice was judged when it was held. */
    private Outcome<Appointment, AppointmentRefusal> keepPromise(CustomerActor actor, Appointment hold, Ground ground) {
        if (hold.start().isBefore(ground.now())) {
            return Outcome.refused(new SlotInPast());
        }
        var verdict = desk.judge(ground, new DayBook(List.of()), VisitTimes.of(hold), hold.adviser());
        if (verdict instanceof Verdict.Refused(var why)) {
            return Outcome.refused(why);
        }
        var booked = Changes.to(hold, AppointmentStatus.BOOKED, ground.now());
        if (!store.bookHeld(booked, Changes.booked(booked, actor))) {
            return Outcome.refused(new CustomerAlreadyBooked());
        }
        announcements.booked(booked);
        records.booked(actor, booked);
        return Outcome.done(booked);
    }

    /** The hold ran out. If the slot is still free the customer has it all the same. */
    private Outcome<Appointment, AppointmentRefusal> secondChance(
            CustomerActor actor, Appointment hold, Ground ground) {
        var bad = ground.judgeStart(hold.start());
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        var times = VisitTimes.of(hold);
        var book = desk.book(ground, times, hold.adviser()).without(hold.id().value());
        if (desk.judge(ground, book, times, hold.adviser()) instanceof Verdict.Refused(var why)) {
            return Outcome.refused(why instanceof SlotTaken ? expired(hold, ground) : why);
        }
        desk.sweep(book, hold.adviser(), times, ground.now());
        var booked = Changes.to(hold, AppointmentStatus.BOOKED, ground.now());
        return switch (savepoints.attempt(() -> store.change(booked, Changes.booked(booked, actor)))) {
            case Attempt.Done() -> {
                announcements.booked(booked);
                records.booked(actor, booked);
                yield Outcome.done(booked);
            }
            case Attempt.Refused(var conflict) ->
                Outcome.refused(
                        switch (conflict) {
                            case ADVISER -> expired(hold, ground);
                            case CUSTOMER -> new CustomerAlreadyBooked();
                        });
        };
    }

    private AppointmentRefusal expired(Appointment hold, Ground ground) {
        return new HoldExpired(desk.nearest(ground, hold.start(), hold.adviser()));
    }

    private Outcome<Appointment, AppointmentRefusal> directly(Actor actor, BookAppointment wish) {
        var found = desk.ground(wish.branch(), wish.reason());
        if (found.isEmpty() || !mayBook(actor, wish)) {
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
        var book = desk.book(ground, times, wish.adviser());
        var own = ownHold(actor, wish, ground, book);
        if (own.isPresent()) {
            return fromHold(own.get().actor(), own.get().hold());
        }
        return switch (desk.judge(ground, book, times, wish.adviser())) {
            case Verdict.Refused(var why) ->
                sameAgain(wish, ground)
                        .orElseGet(() -> Outcome.refused(desk.help(why, ground, wish.start(), wish.adviser())));
            case Verdict.Passed(var passed, var advisers) -> place(actor, wish, ground, book, passed, advisers);
        };
    }

    /** Customers book for themselves; staff in the branches they serve, for customers of those or whom the branch knows. */
    private boolean mayBook(Actor actor, BookAppointment wish) {
        return actor.mayDo(Subject.of(wish.customer(), wish.branch()))
                && (!(actor instanceof StaffActor) || serves(actor, wish));
    }

    private boolean serves(Actor staff, BookAppointment wish) {
        return customers
                .find(wish.customer())
                .filter(customer -> staff.mayDo(Subject.of(customer.id(), customer.branch()))
                        || queries.knows(wish.branch(), wish.customer()))
                .isPresent();
    }

    private record OwnHold(CustomerActor actor, AppointmentId hold) {}

    /** A customer who holds the very slot books that hold, whichever way he or she asks. */
    private Optional<OwnHold> ownHold(Actor actor, BookAppointment wish, Ground ground, DayBook book) {
        if (!(actor instanceof CustomerActor customer)) {
            return Optional.empty();
        }
        return book.holdOf(wish.customer())
                .filter(entry -> !entry.hasLapsed(ground.now())
                        && entry.times().start().equals(wish.start())
                        && (wish.adviser() == null || wish.adviser().equals(entry.adviser())))
                .flatMap(entry -> store.find(new AppointmentId(entry.id())))
                .filter(hold -> hold.reason().equals(wish.reason()))
                .map(hold -> new OwnHold(customer, hold.id()));
    }

    private Outcome<Appointment, AppointmentRefusal> place(
            Actor actor,
            BookAppointment wish,
            Ground ground,
            DayBook book,
            VisitTimes times,
            List<AdviserId> advisers) {
        for (var adviser : advisers) {
            desk.sweep(book, adviser, times, ground.now());
            var visit = visit(wish, ground, times, adviser);
            if (store.book(visit, Changes.booked(visit, actor))) {
                announcements.booked(visit);
                records.booked(actor, visit);
                return Outcome.done(visit);
            }
            var again = sameAgain(wish, ground);
            if (again.isPresent()) {
                return again.get();
            }
        }
        return Outcome.refused(desk.taken(ground, wish.start(), wish.adviser()));
    }

    /** The customer has a visit then: the same one, asked for twice, or another. */
    private Optional<Outcome<Appointment, AppointmentRefusal>> sameAgain(BookAppointment wish, Ground ground) {
        var times = ground.times(wish.start());
        var visits = store.visitsOf(wish.customer(), times.start(), times.end());
        return visits.stream()
                .filter(visit -> isSame(visit, wish))
                .findFirst()
                .<Outcome<Appointment, AppointmentRefusal>>map(Outcome::done)
                .or(() -> visits.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Outcome.refused(new CustomerAlreadyBooked())));
    }

    private static boolean isSame(Appointment visit, BookAppointment wish) {
        return visit.status() == AppointmentStatus.BOOKED
                && visit.branch().equals(wish.branch())
                && visit.reason().equals(wish.reason())
                && visit.start().equals(wish.start())
                && (wish.adviser() == null || visit.adviser().equals(wish.adviser()));
    }

    private static Appointment visit(BookAppointment wish, Ground ground, VisitTimes times, AdviserId adviser) {
        return new Appointment(
                AppointmentId.next(),
                wish.branch(),
                adviser,
                wish.customer(),
                wish.reason(),
                AppointmentStatus.BOOKED,
                times.start(),
                times.end(),
                times.blockedFrom(),
                times.blockedTo(),
                null,
                0,
                0,
                ground.now());
    }
}
