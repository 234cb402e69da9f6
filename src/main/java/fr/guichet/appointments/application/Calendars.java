package fr.guichet.appointments.application;

import fr.guichet.appointments.AdviserCalendar;
import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.BranchCalendar;
import fr.guichet.appointments.NeedsAction;
import fr.guichet.appointments.domain.Fitness;
import fr.guichet.appointments.domain.MinuteSpans;
import fr.guichet.appointments.persistence.AppointmentQueries;
import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.Schedules;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff look at: the days of an adviser, the day of a branch, the visits that cannot take place as booked. */
@Component
public class Calendars {

    /** Beyond what any reason can be booked ahead. */
    private static final int FAR_DAYS = 800;

    private final Schedules schedules;
    private final Rosters rosters;
    private final AppointmentQueries queries;
    private final Clock clock;

    Calendars(Schedules schedules, Rosters rosters, AppointmentQueries queries, Clock clock) {
        this.schedules = schedules;
        this.rosters = rosters;
        this.queries = queries;
        this.clock = clock;
    }

    /** Empty when there is no such adviser in a branch whose calendars the caller may see. */
    public Optional<AdviserCalendar> adviser(Actor actor, AdviserId id, LocalDate from, LocalDate to) {
        return schedule(actor, id).flatMap(schedule -> schedule.adviser(id).map(adviser -> {
            var visits = queries.calendar(
                    schedule.id(), id, start(from, schedule.zone()), start(to.plusDays(1), schedule.zone()));
            return calendar(schedule, adviser, from, to, visits);
        }));
    }

    /** Empty when there is no such branch, or its calendars are not the caller's to see. */
    public Optional<BranchCalendar> branch(Actor actor, BranchId id, LocalDate date) {
        return own(actor, id)
                .map(schedule -> {
                    var visits = queries
                            .calendar(id, start(date, schedule.zone()), start(date.plusDays(1), schedule.zone()))
                            .stream()
                            .collect(Collectors.groupingBy(Appointment::adviser));
                    var advisers = schedule.advisers().stream()
                            .filter(adviser -> adviser.active() || visits.containsKey(adviser.id()))
                            .map(adviser -> calendar(
                                    schedule, adviser, date, date, visits.getOrDefault(adviser.id(), List.of())))
                            .toList();
                    return new BranchCalendar(
                            date,
                            schedule.openTime(date, date),
                            schedule.closures(date, date).stream().findFirst(),
                            advisers,
                            needingAction(schedule, null, null).size());
                });
    }

    /**
     * Visits to come that cannot take place as booked. Empty when there is no such branch, or its calendars
     * are not the caller's to see.
     *
     * @param from first local day; null for today
     * @param to last local day; null for all
     */
    public Optional<List<NeedsAction>> needingAction(
            Actor actor, BranchId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        return own(actor, id).map(schedule -> needingAction(schedule, from, to));
    }

    private List<NeedsAction> needingAction(BranchSchedule schedule, @Nullable LocalDate from, @Nullable LocalDate to) {
        var now = clock.instant();
        var today = now.atZone(schedule.zone()).toLocalDate();
        var first = from == null || from.isBefore(today) ? today : from;
        var last = to == null ? today.plusDays(FAR_DAYS) : to;
        if (last.isBefore(first)) {
            return List.of();
        }
        var start = Collections.max(List.of(now, start(first, schedule.zone())));
        return queries.toCome(schedule.id(), start, start(last.plusDays(1), schedule.zone())).stream()
                .flatMap(visit -> cause(schedule, visit).stream().map(cause -> new NeedsAction(visit, cause)))
                .toList();
    }

    private Optional<NeedsAction.Cause> cause(BranchSchedule schedule, Appointment visit) {
        var reason = schedules.reason(visit.reason()).orElseThrow();
        var day = visit.start().atZone(schedule.zone()).toLocalDate();
        var last = visit.end().atZone(schedule.zone()).toLocalDate();
        var away = MinuteSpans.of(schedule.absences(visit.adviser(), day, last).stream()
                .map(AbsenceView::span)
                .toList());
        return Fitness.cause(visit, reason, rosters.of(schedule, day), away);
    }

    private static AdviserCalendar calendar(
            BranchSchedule schedule, AdviserSchedule adviser, LocalDate from, LocalDate to, List<Appointment> visits) {
        Map<LocalDate, List<Appointment>> byDay = visits.stream()
                .collect(Collectors.groupingBy(
                        visit -> visit.start().atZone(schedule.zone()).toLocalDate()));
        return new AdviserCalendar(
                schedule.id(),
                adviser,
                from.datesUntil(to.plusDays(1))
                        .map(date -> new AdviserCalendar.Day(
                                date,
                                schedule.workingTime(adviser.id(), date, date),
                                schedule.receivingTime(adviser.id(), date, date),
                                schedule.absences(adviser.id(), date, date),
                                byDay.getOrDefault(date, List.of())))
                        .toList());
    }

    private Optional<BranchSchedule> own(Actor actor, BranchId id) {
        return actor.mayDo(Subject.of(id)) ? schedules.of(id) : Optional.empty();
    }

    private Optional<BranchSchedule> schedule(Actor actor, AdviserId adviser) {
        return schedules.branchOf(adviser).flatMap(branch -> own(actor, branch));
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
