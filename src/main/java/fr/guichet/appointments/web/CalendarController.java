package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.AdviserCalendar;
import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.NeedsAction;
import fr.guichet.appointments.application.Calendars;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.AbsenceView;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff, and other systems of the bank, look at: an adviser's days, a branch's day, the visits that someone has to see to. */
@RestController
class CalendarController {

    private static final int MOST_DAYS = 35;

    private final Calendars calendars;
    private final AppointmentViews views;
    private final Answers answers;

    CalendarController(Calendars calendars, AppointmentViews views, Answers answers) {
        this.calendars = calendars;
        this.views = views;
        this.answers = answers;
    }

    /** Some days of one adviser, both ends included, at most 35. */
    @GetMapping("/api/advisers/{id}/calendar")
    AdviserCalendarView adviserCalendar(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            Locale language) {
        if (to.isBefore(from) || to.toEpochDay() - from.toEpochDay() >= MOST_DAYS) {
            throw Problems.invalid(new InvalidField("to", "appointments.invalid.days", List.of(MOST_DAYS)))
                    .exception();
        }
        var calendar = calendars.adviser(actor, new AdviserId(id), from, to).orElseThrow(() -> Problems.notFound()
                .exception());
        var times = new LocalTimes(answers.zone(calendar.branch()));
        var visits = visits(actor, List.of(calendar), language);
        return new AdviserCalendarView(
                adviser(calendar),
                times.zone().getId(),
                calendar.days().stream()
                        .map(day -> new CalendarDay(
                                day.date(),
                                times.of(day.working()),
                                times.of(day.receiving()),
                                CalendarAbsence.of(day.absences(), times),
                                of(day, visits)))
                        .toList());
    }

    /** One day of a branch, adviser by adviser. */
    @GetMapping("/api/branches/{id}/calendar")
    BranchCalendarView branchCalendar(
            Actor actor, @PathVariable UUID id, @RequestParam LocalDate date, Locale language) {
        var calendar = calendars.branch(actor, new BranchId(id), date).orElseThrow(() -> Problems.notFound()
                .exception());
        var times = new LocalTimes(answers.zone(new BranchId(id)));
        var visits = visits(actor, calendar.advisers(), language);
        return new BranchCalendarView(
                calendar.date(),
                times.zone().getId(),
                times.of(calendar.open()),
                calendar.closure()
                        .map(closure -> new DayClosure(
                                closure.id(),
                                times.of(closure.span().start()),
                                times.of(closure.span().end()),
                                closure.reason()))
                        .orElse(null),
                calendar.advisers().stream()
                        .map(adviser -> day(adviser, times, visits))
                        .toList(),
                calendar.needingAction());
    }

    /** Visits to come that cannot take place as booked, and why; between two local dates, or all of them. */
    @GetMapping("/api/branches/{id}/needing-action")
    List<NeedingAction> needingAction(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Locale language) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Problems.invalid(new InvalidField("to", "appointments.invalid.latest"))
                    .exception();
        }
        var found = calendars.needingAction(actor, new BranchId(id), from, to).orElseThrow(() -> Problems.notFound()
                .exception());
        var visits =
                views.of(actor, found.stream().map(NeedsAction::appointment).toList(), language);
        var list = new ArrayList<NeedingAction>();
        for (var i = 0; i < visits.size(); i++) {
            list.add(new NeedingAction(visits.get(i), found.get(i).cause()));
        }
        return list;
    }

    /** All visits of these calendars, dressed together. */
    private Map<UUID, AppointmentView> visits(Actor actor, List<AdviserCalendar> calendars, Locale language) {
        var all = calendars.stream()
                .flatMap(calendar -> calendar.days().stream())
                .flatMap(day -> day.appointments().stream())
                .toList();
        var byId = new HashMap<UUID, AppointmentView>();
        views.of(actor, all, language).forEach(visit -> byId.put(visit.id(), visit));
        return byId;
    }

    private static AdviserDay day(AdviserCalendar calendar, LocalTimes times, Map<UUID, AppointmentView> visits) {
        var day = calendar.days().getFirst();
        return new AdviserDay(
                adviser(calendar),
                times.of(day.working()),
                times.of(day.receiving()),
                CalendarAbsence.of(day.absences(), times),
                of(day, visits));
    }

    private static List<AppointmentView> of(AdviserCalendar.Day day, Map<UUID, AppointmentView> visits) {
        return day.appointments().stream()
                .map(Appointment::id)
                .map(id -> visits.get(id.value()))
                .toList();
    }

    private static AppointmentView.Adviser adviser(AdviserCalendar calendar) {
        return new AppointmentView.Adviser(
                calendar.adviser().id().value(), calendar.adviser().displayName());
    }

    /** Some days of one adviser. */
    @Schema(name = "AdviserCalendar")
    record AdviserCalendarView(AppointmentView.Adviser adviser, String zone, List<CalendarDay> days) {}

    /**
     * One local day.
     *
     * @param working hours worked by pattern or override, whether or not the adviser is away
     * @param receiving the part of them within opening hours, when visits can be booked
     * @param absences whole, though they may reach beyond the day
     */
    record CalendarDay(
            LocalDate date,
            List<LocalTimes.Span> working,
            List<LocalTimes.Span> receiving,
            List<CalendarAbsence> absences,
            List<AppointmentView> appointments) {}

    /** When an adviser is away. */
    record CalendarAbsence(UUID id, OffsetDateTime start, OffsetDateTime end, AbsenceKind kind) {

        static List<CalendarAbsence> of(List<AbsenceView> absences, LocalTimes times) {
            return absences.stream()
                    .map(absence -> new CalendarAbsence(
                            absence.id(),
                            times.of(absence.span().start()),
                            times.of(absence.span().end()),
                            absence.kind()))
                    .toList();
        }
    }

    /**
     * One local day of a branch.
     *
     * @param open opening hours less closures and public holidays
     * @param closure the closure that reaches into the day; absent when there is none
     * @param needingAction how many visits of the branch, on whatever day, cannot take place as booked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BranchCalendar")
    record BranchCalendarView(
            LocalDate date,
            String zone,
            List<LocalTimes.Span> open,
            @Nullable DayClosure closure,
            List<AdviserDay> advisers,
            int needingAction) {}

    /** A closure that reaches into the day. */
    record DayClosure(UUID id, OffsetDateTime start, OffsetDateTime end, String reason) {}

    /** One adviser's part of the day; its members are those of {@link CalendarDay}. */
    record AdviserDay(
            AppointmentView.Adviser adviser,
            List<LocalTimes.Span> working,
            List<LocalTimes.Span> receiving,
            List<CalendarAbsence> absences,
            List<AppointmentView> appointments) {}

    /** A visit that someone has to see to. */
    record NeedingAction(AppointmentView appointment, NeedsAction.Cause cause) {}
}
