package fr.guichet.appointments.web;

import fr.guichet.appointments.AdviserCalendar;
import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.NeedsAction;
import fr.guichet.appointments.application.Calendars;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff see of their days. */
@RestController
class CalendarsController {

    private static final int MOST_DAYS = 35;
    private static final int MOST_DAYS_AHEAD = 800;

    private final Calendars calendars;
    private final Views views;

    CalendarsController(Calendars calendars, Views views) {
        this.calendars = calendars;
        this.views = views;
    }

    /** Some days of an adviser of the caller's branch, at most 35. */
    @GetMapping("/api/advisers/{id}/calendar")
    CalendarViews.OfAdviser adviserCalendar(
            StaffActor actor, @PathVariable UUID id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        checkOrder(from, to, MOST_DAYS);
        var calendar = calendars.adviser(actor, new AdviserId(id), from, to).orElseThrow(() -> Problems.notFound()
                .exception());
        var zone = calendar.zone();
        var visits = views(actor, List.of(calendar));
        return new CalendarViews.OfAdviser(
                AppointmentView.Adviser.of(calendar.adviser()),
                zone.getId(),
                calendar.days().stream()
                        .map(day -> new CalendarViews.Day(
                                day.date(),
                                CalendarViews.Span.of(day.working(), zone),
                                CalendarViews.Absence.of(day.absences(), zone),
                                day.appointments().stream().map(visits::get).toList()))
                        .toList());
    }

    /** One day of the caller's branch. */
    @GetMapping("/api/branches/{id}/calendar")
    CalendarViews.OfBranch branchCalendar(StaffActor actor, @PathVariable UUID id, @RequestParam LocalDate date) {
        var branch = new BranchId(id);
        var calendar = calendars.branch(actor, branch, date).orElseThrow(() -> Problems.notFound()
                .exception());
        var schedule = views.schedule(branch);
        var visits = views(actor, calendar.advisers());
        return new CalendarViews.OfBranch(
                date,
                schedule.zone().getId(),
                CalendarViews.Span.of(calendar.open(), schedule.zone()),
                calendar.closure()
                        .map(closure -> CalendarViews.Closure.of(closure, schedule.zone()))
                        .orElse(null),
                calendar.advisers().stream()
                        .map(adviser -> day(adviser, visits, schedule))
                        .toList(),
                calendar.needingAction());
    }

    /** Visits to come that cannot take place as booked: the branch is closed then, the adviser is away, ... */
    @GetMapping("/api/branches/{id}/needing-action")
    List<CalendarViews.Needing> needingAction(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        if (from != null && to != null) {
            checkOrder(from, to, MOST_DAYS_AHEAD);
        }
        var needing = calendars.needingAction(actor, new BranchId(id), from, to).orElseThrow(() -> Problems.notFound()
                .exception());
        var visits =
                views.of(actor, needing.stream().map(NeedsAction::appointment).toList());
        return IntStream.range(0, visits.size())
                .mapToObj(i ->
                        new CalendarViews.Needing(visits.get(i), needing.get(i).cause()))
                .toList();
    }

    private static CalendarViews.AdviserDay day(
            AdviserCalendar adviser, Map<Appointment, AppointmentView> visits, BranchSchedule schedule) {
        var day = adviser.days().getFirst();
        return new CalendarViews.AdviserDay(
                AppointmentView.Adviser.of(adviser.adviser()),
                CalendarViews.Span.of(day.working(), schedule.zone()),
                CalendarViews.Absence.of(day.absences(), schedule.zone()),
                day.appointments().stream().map(visits::get).toList());
    }

    /** Every visit of these calendars; the names of all of them are read at once. */
    private Map<Appointment, AppointmentView> views(StaffActor actor, List<AdviserCalendar> advisers) {
        var visits = advisers.stream()
                .flatMap(adviser -> adviser.days().stream())
                .flatMap(day -> day.appointments().stream())
                .toList();
        var written = views.of(actor, visits).iterator();
        return visits.stream().collect(Collectors.toMap(Function.identity(), visit -> written.next()));
    }

    private static void checkOrder(LocalDate from, LocalDate to, int mostDays) {
        if (to.isBefore(from)) {
            throw Problems.invalid(new InvalidField("to", "appointments.invalid.order"))
                    .exception();
        }
        if (to.toEpochDay() - from.toEpochDay() >= mostDays) {
            throw Problems.invalid(new InvalidField("to", "appointments.invalid.days", mostDays))
                    .exception();
        }
    }
}
