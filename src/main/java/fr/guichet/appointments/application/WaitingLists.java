package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentChange.What;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.AlreadyWaiting;
import fr.guichet.appointments.AppointmentRefusal.CustomerAlreadyBooked;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.OfferGone;
import fr.guichet.appointments.AppointmentRefusal.StaleEntry;
import fr.guichet.appointments.JoinWaitingList;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.appointments.WaitingEntryId;
import fr.guichet.appointments.application.SlotDesk.Ground;
import fr.guichet.appointments.domain.ChangeRules;
import fr.guichet.appointments.domain.DayBook;
import fr.guichet.appointments.domain.Guard.Verdict;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.Savepoints;
import fr.guichet.appointments.persistence.Savepoints.Attempt;
import fr.guichet.appointments.persistence.WaitingStore;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The waiting list as customers use it: join, leave, take an offer or let it go. */
@Component
public class WaitingLists {

    private final Transactions transactions;
    private final SlotDesk desk;
    private final AppointmentStore store;
    private final WaitingStore waiting;
    private final Savepoints savepoints;
    private final Announcements announcements;
    private final VisitRecords records;

    WaitingLists(
            Transactions transactions,
            SlotDesk desk,
            AppointmentStore store,
            WaitingStore waiting,
            Savepoints savepoints,
            Announcements announcements,
            VisitRecords records) {
        this.transactions = transactions;
        this.desk = desk;
        this.store = store;
        this.waiting = waiting;
        this.savepoints = savepoints;
        this.announcements = announcements;
        this.records = records;
    }

    public List<WaitingEntry> of(CustomerActor actor) {
        return asTheyStand(waiting.of(actor.customer()));
    }

    /** The active entries of these visits; the caller has been let see them. */
    public List<WaitingEntry> of(Collection<AppointmentId> visits) {
        return asTheyStand(waiting.of(visits));
    }

    private List<WaitingEntry> asTheyStand(List<WaitingEntry> entries) {
        var now = desk.now();
        return entries.stream().map(entry -> entry.at(now)).toList();
    }

    /** One entry for each visit that the customer could still move. */
    public Outcome<WaitingEntry, AppointmentRefusal> join(CustomerActor actor, JoinWaitingList wish) {
        return transactions.call(() -> {
            var visit = store.lock(wish.appointment()).filter(row -> Access.sees(actor, row));
            var ground = visit.flatMap(booked -> desk.ground(booked.branch(), booked.reason()));
            if (visit.isEmpty() || ground.isEmpty()) {
                return Outcome.refused(new NotFound());
            }
            var refusal = mayMove(visit.get(), ground.get());
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var entry = entry(wish, visit.get(), ground.get());
            if (!waiting.add(entry)) {
                return Outcome.refused(new AlreadyWaiting());
            }
            records.waiting(actor, AppointmentAudit.WAITING_LIST_JOINED, entry);
            return Outcome.done(entry);
        });
    }

    /** Leaves the list; a slot that was offered goes to the next. */
    public Outcome<WaitingEntryId, AppointmentRefusal> leave(CustomerActor actor, WaitingEntryId id) {
        return transactions.call(() -> {
            var entry = own(actor, id).filter(found -> found.status().isActive());
            if (entry.isEmpty()) {
                return Outcome.refused(new NotFound());
            }
            waiting.end(entry.get().appointment()).ifPresent(announcements::freed);
            records.waiting(actor, AppointmentAudit.WAITING_LIST_LEFT, entry.get());
            return Outcome.done(id);
        });
    }

    /** Lets an offer go; the customer waits for another one. */
    public Outcome<WaitingEntry, AppointmentRefusal> decline(CustomerActor actor, WaitingEntryId id) {
        return transactions.call(() -> {
            if (own(actor, id).isEmpty()) {
                return Outcome.refused(new NotFound());
            }
            var entry = waiting.lock(id).orElseThrow();
            var offer = entry.offer();
            if (entry.status() != WaitingEntry.Status.OFFERED || offer == null) {
                return Outcome.refused(new OfferGone());
            }
            store.find(offer.id()).ifPresent(kept -> {
                waiting.passOver(kept);
                store.drop(kept.id());
                announcements.freed(kept);
            });
            records.waiting(actor, AppointmentAudit.OFFER_DECLINED, entry);
            return Outcome.done(waiting.find(id).orElseThrow());
        });
    }

    /** Moves the visit to the slot offered. Asking again answers the visit as it is. */
    public Outcome<Appointment, AppointmentRefusal> accept(CustomerActor actor, WaitingEntryId id, long version) {
        return transactions.call(() -> {
            var seen = own(actor, id);
            if (seen.isEmpty()) {
                return Outcome.refused(new NotFound());
            }
            // The visit first, as everyone who changes one does; then the entry.
            var visit = store.lock(seen.get().appointment()).orElseThrow();
            var entry = waiting.lock(id).orElseThrow();
            if (entry.status() == WaitingEntry.Status.ACCEPTED) {
                return Outcome.done(visit);
            }
            if (entry.version() != version) {
                return Outcome.refused(new StaleEntry(entry));
            }
            var ground = desk.ground(visit.branch(), visit.reason()).orElseThrow();
            var kept = offer(entry, ground);
            if (kept.isEmpty()) {
                return Outcome.refused(new OfferGone());
            }
            var refusal = mayMove(visit, ground);
            return refusal.<Outcome<Appointment, AppointmentRefusal>>map(Outcome::refused)
                    .orElseGet(() -> take(actor, entry, visit, kept.get(), ground));
        });
    }

    private Optional<WaitingEntry> own(CustomerActor actor, WaitingEntryId id) {
        return waiting.find(id).filter(entry -> entry.customer().equals(actor.customer()));
    }

    private static Optional<AppointmentRefusal> mayMove(Appointment visit, Ground ground) {
        return ChangeRules.refuse(
                visit, AppointmentAction.MOVE, false, ground.schedule().zone(), ground.now());
    }

    /** The slot, if it is still kept and its adviser can still receive then. */
    private Optional<Appointment> offer(WaitingEntry entry, Ground ground) {
        return Optional.ofNullable(entry.offer())
                .flatMap(offer -> store.find(offer.id()))
                .filter(kept -> !kept.hasLapsed(ground.now()))
                .filter(kept -> desk.judge(ground, new DayBook(List.of()), VisitTimes.of(kept), kept.adviser())
                        instanceof Verdict.Passed);
    }

    private Outcome<Appointment, AppointmentRefusal> take(
            CustomerActor actor, WaitingEntry entry, Appointment before, Appointment kept, Ground ground) {
        var after = Changes.to(before, VisitTimes.of(kept), kept.adviser(), ground.now());
        var attempt = savepoints.attempt(() -> {
            store.drop(kept.id());
            store.change(after, Changes.between(before, after, What.MOVED, actor, null));
            waiting.close(entry.id(), WaitingEntry.Status.ACCEPTED);
        });
        return switch (attempt) {
            case Attempt.Done() -> {
                announcements.moved(before, after);
                records.accepted(actor, before, after);
                yield Outcome.done(after);
            }
            case Attempt.Refused(var conflict) ->
                Outcome.refused(
                        switch (conflict) {
                            case ADVISER -> new OfferGone();
                            case CUSTOMER -> new CustomerAlreadyBooked();
                        });
        };
    }

    private static WaitingEntry entry(JoinWaitingList wish, Appointment visit, Ground ground) {
        return new WaitingEntry(
                WaitingEntryId.next(),
                visit.id(),
                visit.customer(),
                visit.branch(),
                wish.earliest(),
                wish.latest(),
                wish.partOfDay(),
                WaitingEntry.Status.WAITING,
                null,
                Set.of(),
                ground.now(),
                0);
    }
}
