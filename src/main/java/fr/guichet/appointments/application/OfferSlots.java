package fr.guichet.appointments.application;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.appointments.Slot;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.appointments.WaitingEntryId;
import fr.guichet.appointments.application.SlotDesk.Ground;
import fr.guichet.appointments.domain.Grid;
import fr.guichet.appointments.domain.Guard.Verdict;
import fr.guichet.appointments.domain.Minutes;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.appointments.domain.Wish;
import fr.guichet.appointments.events.SlotFreed;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.WaitingStore;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Offers slots that came free to customers on the waiting list, first come, first served. An offer is a row among the appointments, so
 * nobody else can take the slot and no two can be offered it. Each entry is decided in a transaction of its own; running twice, or on
 * two instances at once, makes no second offer.
 */
@Component
public class OfferSlots {

    private final Transactions transactions;
    private final SlotDesk desk;
    private final SearchSlots slots;
    private final AppointmentStore store;
    private final WaitingStore waiting;
    private final Announcements announcements;

    OfferSlots(
            Transactions transactions,
            SlotDesk desk,
            SearchSlots slots,
            AppointmentStore store,
            WaitingStore waiting,
            Announcements announcements) {
        this.transactions = transactions;
        this.desk = desk;
        this.slots = slots;
        this.store = store;
        this.waiting = waiting;
        this.announcements = announcements;
    }

    /** Something came off an adviser's calendar. */
    public void offer(SlotFreed freed) {
        for (var entry : waiting.waiting(new BranchId(freed.branchId()), freed.blockedFrom())) {
            transactions.call(() -> offer(entry, freed));
        }
    }

    /** Free time itself may have grown, anywhere. */
    public void offer(BranchId branch) {
        for (var entry : waiting.waiting(branch, desk.now())) {
            transactions.call(() -> offer(entry, (SlotFreed) null));
        }
    }

    private record Candidate(Instant start, @Nullable AdviserId adviser) {}

    private boolean offer(WaitingEntryId id, @Nullable SlotFreed freed) {
        var entry = waiting.lock(id).filter(locked -> locked.status() == WaitingEntry.Status.WAITING);
        var visit = entry.flatMap(locked -> store.find(locked.appointment()))
                .filter(booked -> booked.status() == AppointmentStatus.BOOKED);
        var found = visit.flatMap(booked -> desk.ground(booked.branch(), booked.reason()));
        if (entry.isEmpty() || visit.isEmpty() || found.isEmpty()) {
            return false;
        }
        var ground = found.get();
        var wish = new Wish(entry.get(), visit.get(), ground.schedule().zone());
        var candidates = freed == null ? anywhere(wish, ground) : within(freed, ground);
        return candidates.stream()
                .filter(candidate -> wish.likes(candidate.start()))
                .filter(candidate -> ground.judgeStart(candidate.start()).isEmpty())
                .anyMatch(candidate -> offer(wish, ground, candidate));
    }

    /** The start that came free first, then others whose blocked range reaches into what came free, in the order of time. */
    private static List<Candidate> within(SlotFreed freed, Ground ground) {
        var adviser = new AdviserId(freed.adviserId());
        var zone = ground.schedule().zone();
        var shape = ground.times(freed.start());
        int before = Minutes.floor(freed.start()) - Minutes.floor(shape.blockedFrom());
        int after = Minutes.floor(shape.blockedTo()) - Minutes.floor(freed.start());
        int from = Minutes.floor(freed.blockedFrom()) - after + 1;
        int to = Minutes.ceil(freed.blockedTo()) + before;
        var points = new Grid(zone, ground.schedule().gridMinutes())
                .points(
                        Minutes.instant(from).atZone(zone).toLocalDate(),
                        Minutes.instant(to).atZone(zone).toLocalDate());
        var candidates = new ArrayList<Candidate>();
        for (int point = points.atOrAfter(from); point < points.atOrAfter(to); point++) {
            candidates.add(new Candidate(Minutes.instant(points.minute(point)), adviser));
        }
        candidates.sort(
                Comparator.comparing((Candidate candidate) -> !candidate.start().equals(freed.start()))
                        .thenComparing(Candidate::start));
        return candidates;
    }

    private List<Candidate> anywhere(Wish wish, Ground ground) {
        var zone = ground.schedule().zone();
        return slots
                .find(
                        ground.schedule(),
                        ground.reason(),
                        ground.now().atZone(zone).toLocalDate(),
                        wish.visit().start().atZone(zone).toLocalDate(),
                        null,
                        ground.now())
                .values()
                .stream()
                .flatMap(List::stream)
                .map(Slot::start)
                .map(start -> new Candidate(start, null))
                .toList();
    }

    private boolean offer(Wish wish, Ground ground, Candidate candidate) {
        var until = wish.until(candidate.start(), ground.reason().minNotice(), ground.now());
        if (!wish.leavesTime(until, ground.now())) {
            return false;
        }
        var times = ground.times(candidate.start());
        var book = desk.book(ground, times, candidate.adviser());
        if (!(desk.judge(ground, book, times, candidate.adviser()) instanceof Verdict.Passed passed)) {
            return false;
        }
        for (var adviser : passed.advisers()) {
            desk.sweep(book, adviser, times, ground.now());
            var offer = offer(wish.visit(), times, adviser, until, ground.now());
            if (store.keep(offer, wish.visit().id())) {
                waiting.offer(wish.entry().id(), offer.id());
                announcements.offered(wish.entry(), offer, until);
                return true;
            }
        }
        return false;
    }

    private static Appointment offer(
            Appointment visit, VisitTimes times, AdviserId adviser, Instant until, Instant now) {
        return new Appointment(
                AppointmentId.next(),
                visit.branch(),
                adviser,
                visit.customer(),
                visit.reason(),
                AppointmentStatus.OFFERED,
                times.start(),
                times.end(),
                times.blockedFrom(),
                times.blockedTo(),
                until,
                0,
                0,
                now);
    }
}
