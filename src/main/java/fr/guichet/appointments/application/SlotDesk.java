package fr.guichet.appointments.application;

import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.SlotTaken;
import fr.guichet.appointments.Slot;
import fr.guichet.appointments.domain.DayBook;
import fr.guichet.appointments.domain.Grid;
import fr.guichet.appointments.domain.Guard;
import fr.guichet.appointments.domain.Guard.Verdict;
import fr.guichet.appointments.domain.VisitShape;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.BusyStore;
import fr.guichet.appointments.persistence.WaitingStore;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.VisitReason;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every way to a slot has in common: the schedule as it is now, the guard, the calendar of the day. */
@Component
public class SlotDesk {

    private final Schedules schedules;
    private final Rosters rosters;
    private final BusyStore busyTimes;
    private final SearchSlots slots;
    private final AppointmentStore store;
    private final WaitingStore waiting;
    private final Announcements announcements;
    private final Clock clock;

    SlotDesk(
            Schedules schedules,
            Rosters rosters,
            BusyStore busyTimes,
            SearchSlots slots,
            AppointmentStore store,
            WaitingStore waiting,
            Announcements announcements,
            Clock clock) {
        this.schedules = schedules;
        this.rosters = rosters;
        this.busyTimes = busyTimes;
        this.slots = slots;
        this.store = store;
        this.waiting = waiting;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The ground on which one request is decided: one schedule, one reason, one moment. */
    record Ground(BranchSchedule schedule, VisitReason reason, Instant now) {

        VisitTimes times(Instant start) {
            return VisitShape.of(reason).startingAt(start);
        }

        Guard guard() {
            return new Guard(reason, now);
        }

        Optional<AppointmentRefusal> judgeStart(Instant start) {
            return guard().judgeStart(new Grid(schedule.zone(), schedule.gridMinutes()), start);
        }
    }

    /** The present, as exactly as the database can keep it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Inside the transaction that decides. Empty when there is no such branch or reason. */
    Optional<Ground> ground(BranchId branch, ReasonId reason) {
        var now = now();
        return schedules
                .confirmed(branch)
                .flatMap(schedule -> schedules.reason(reason).map(known -> new Ground(schedule, known, now)));
    }

    /** What stands on the calendars on the local day of the visit, and wherever its blocked range reaches. */
    DayBook book(Ground ground, VisitTimes times, @Nullable AdviserId wanted) {
        var day = new Grid(ground.schedule().zone(), ground.schedule().gridMinutes()).dayOf(times.start());
        var from = wanted != null || times.blockedFrom().isBefore(day.start()) ? times.blockedFrom() : day.start();
        var to = wanted != null || times.blockedTo().isAfter(day.end()) ? times.blockedTo() : day.end();
        return busyTimes.book(ground.schedule().id(), from, to, wanted);
    }

    Verdict judge(Ground ground, DayBook book, VisitTimes times, @Nullable AdviserId wanted) {
        var day = times.start().atZone(ground.schedule().zone()).toLocalDate();
        return ground.guard().judge(rosters.of(ground.schedule(), day), book, times, wanted);
    }

    /** Clears away what has run out and is still in the way of the visit. */
    void sweep(DayBook book, AdviserId adviser, VisitTimes times, Instant now) {
        lapse(book.lapsed(adviser, times, now), now);
    }

    /** Takes holds and offers that have run out off the calendar; whoever let an offer run out waits for another. */
    void lapse(List<UUID> ids, Instant now) {
        for (var gone : store.lapse(ids, now)) {
            if (waiting.passOver(gone).isPresent()) {
                announcements.offerChanged(gone);
            }
            announcements.freed(gone);
        }
    }

    SlotTaken taken(Ground ground, Instant start, @Nullable AdviserId wanted) {
        return new SlotTaken(nearest(ground, start, wanted));
    }

    List<Slot> nearest(Ground ground, Instant start, @Nullable AdviserId wanted) {
        return slots.nearest(ground.schedule(), ground.reason(), start, wanted, ground.now());
    }

    /** A refusal with what helps the caller on: the slots nearest to one that is taken. */
    AppointmentRefusal help(AppointmentRefusal refusal, Ground ground, Instant start, @Nullable AdviserId wanted) {
        return refusal instanceof SlotTaken ? taken(ground, start, wanted) : refusal;
    }
}
