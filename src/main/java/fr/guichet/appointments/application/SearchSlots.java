package fr.guichet.appointments.application;

import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.AppointmentRefusal.AdviserNotQualified;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.ReasonNotOffered;
import fr.guichet.appointments.FreeSlots;
import fr.guichet.appointments.Slot;
import fr.guichet.appointments.SlotSearch;
import fr.guichet.appointments.domain.BusyTimes;
import fr.guichet.appointments.domain.Horizon;
import fr.guichet.appointments.domain.Minutes;
import fr.guichet.appointments.domain.Roster;
import fr.guichet.appointments.domain.SlotFinder;
import fr.guichet.appointments.domain.VisitShape;
import fr.guichet.appointments.persistence.BusyCache;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.VisitReason;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Free slots: the schedule from memory, what is booked in one query, the rest is arithmetic. */
@Component
public class SearchSlots {

    private static final int NEAREST = 6;
    private static final int NEAREST_DAYS_BEFORE = 3;
    private static final int NEAREST_DAYS_AFTER = 14;

    private final Schedules schedules;
    private final Rosters rosters;
    private final BusyCache busyTimes;
    private final Clock clock;

    SearchSlots(Schedules schedules, Rosters rosters, BusyCache busyTimes, Clock clock) {
        this.schedules = schedules;
        this.rosters = rosters;
        this.busyTimes = busyTimes;
        this.clock = clock;
    }

    public Outcome<FreeSlots, AppointmentRefusal> search(SlotSearch search) {
        var now = clock.instant();
        var calendars = calendarsAhead(search, now);
        var schedule = schedules.of(search.branch()).orElse(null);
        var reason = schedules.reason(search.reason()).orElse(null);
        if (schedule == null || reason == null) {
            return Outcome.refused(new NotFound());
        }
        if (!reason.active() || schedule.advisers().stream().noneMatch(reason::canBeServedBy)) {
            return Outcome.refused(new ReasonNotOffered());
        }
        var wanted = search.adviser();
        if (wanted != null) {
            var adviser = schedule.adviser(wanted);
            if (adviser.isEmpty()) {
                return Outcome.refused(new NotFound());
            }
            if (!reason.canBeServedBy(adviser.get())) {
                return Outcome.refused(new AdviserNotQualified());
            }
        }
        calendars.join();
        var slots = find(schedule, reason, search.from(), search.to(), wanted, now);
        var days = search.from()
                .datesUntil(search.to().plusDays(1))
                .map(date -> new FreeSlots.Day(date, slots.getOrDefault(date, List.of())))
                .toList();
        return Outcome.done(new FreeSlots(
                schedule.zone(),
                Horizon.earliest(reason, now).atZone(schedule.zone()).toLocalDate(),
                Horizon.lastDay(reason, schedule.zone(), now),
                days));
    }

    /**
     * Whoever asks first after a start waits for schedule or calendars, whichever takes longer, and not for one after the other. The
     * zone is not known yet: one day more on each side is enough for any, and another for visits that reach across midnight.
     */
    private CompletableFuture<Void> calendarsAhead(SlotSearch search, Instant now) {
        if (schedules.isInMemory(search.branch())) {
            return CompletableFuture.completedFuture(null);
        }
        var from = search.from().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var to = search.to().plusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant();
        return CompletableFuture.runAsync(
                        () -> busyTimes.of(search.branch(), Minutes.floor(from), Minutes.floor(to), now),
                        Thread::startVirtualThread)
                // It is read again when it is needed, and fails again, to someone who can tell.
                .exceptionally(failure -> null);
    }

    /** Free slots close to one that was not to be had, by how close they are, then given in the order of time. */
    List<Slot> nearest(
            BranchSchedule schedule, VisitReason reason, Instant start, @Nullable AdviserId wanted, Instant now) {
        var day = start.atZone(schedule.zone()).toLocalDate();
        return find(schedule, reason, day.minusDays(NEAREST_DAYS_BEFORE), day.plusDays(NEAREST_DAYS_AFTER), wanted, now)
                .values()
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                        slot -> java.time.Duration.between(start, slot.start()).abs()))
                .limit(NEAREST)
                .sorted(Comparator.comparing(Slot::start))
                .toList();
    }

    /** Free slots by local day, for the days within notice and horizon. */
    NavigableMap<LocalDate, List<Slot>> find(
            BranchSchedule schedule,
            VisitReason reason,
            LocalDate from,
            LocalDate to,
            @Nullable AdviserId wanted,
            Instant now) {
        var zone = schedule.zone();
        var earliest = Horizon.earliest(reason, now);
        var first = Collections.max(List.of(from, earliest.atZone(zone).toLocalDate()));
        var last = Collections.min(List.of(to, Horizon.lastDay(reason, zone, now)));
        var slots = new TreeMap<LocalDate, List<Slot>>();
        if (first.isAfter(last)) {
            return slots;
        }
        var shape = VisitShape.of(reason);
        var busy = busyTimes.of(
                schedule.id(),
                Minutes.floor(first.atStartOfDay(zone).toInstant()) - shape.before(),
                Minutes.ceil(last.plusDays(1).atStartOfDay(zone).toInstant()) + shape.length() + shape.after(),
                now);
        for (var roster : rosters.of(schedule, first, last)) {
            var points = roster.points();
            int begin = Math.max(points.firstOf(first), points.atOrAfter(Minutes.ceil(earliest)));
            int end = points.firstOf(last.plusDays(1));
            if (begin < end) {
                add(roster, shape, begin, end, serving(roster, reason, wanted), busy, slots);
            }
        }
        return slots;
    }

    private static boolean[] serving(Roster roster, VisitReason reason, @Nullable AdviserId wanted) {
        var serving = roster.serving(reason);
        if (wanted != null) {
            int only = roster.indexOf(wanted);
            boolean able = only >= 0 && serving[only];
            Arrays.fill(serving, false);
            if (able) {
                serving[only] = true;
            }
        }
        return serving;
    }

    private static void add(
            Roster roster,
            VisitShape shape,
            int begin,
            int end,
            boolean[] serving,
            BusyTimes busy,
            NavigableMap<LocalDate, List<Slot>> slots) {
        var points = roster.points();
        var counts = new SlotFinder(roster, shape, begin, end).find(serving, busy);
        for (int day = 0; day < points.days(); day++) {
            var date = points.firstDay().plusDays(day);
            var ofDay = new ArrayList<Slot>();
            for (int point = Math.max(points.firstOf(date), begin);
                    point < Math.min(points.firstOf(date.plusDays(1)), end);
                    point++) {
                if (counts[point - begin] > 0) {
                    int minute = points.minute(point);
                    ofDay.add(new Slot(
                            Minutes.instant(minute), Minutes.instant(minute + shape.length()), counts[point - begin]));
                }
            }
            if (!ofDay.isEmpty()) {
                slots.put(date, ofDay);
            }
        }
    }
}
