package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.NeedsAction;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.ClosureView;
import fr.guichet.shared.TimeSpan;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calendars of staff as JSON, in the branch's offset. */
final class CalendarViews {

    private CalendarViews() {}

    /** Some days of one adviser. */
    @Schema(name = "AdviserCalendar")
    record OfAdviser(AppointmentView.Adviser adviser, String zone, List<Day> days) {}

    /** One day of one adviser. */
    @Schema(name = "CalendarDay")
    record Day(LocalDate date, List<Span> working, List<Absence> absences, List<AppointmentView> appointments) {}

    /**
     * One day of a branch.
     *
     * @param closure absent when there is none
     * @param needingAction how many visits to come, on whatever day, cannot take place as booked
     */
    @Schema(name = "BranchCalendar")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfBranch(
            LocalDate date,
            String zone,
            List<Span> open,
            @Nullable Closure closure,
            List<AdviserDay> advisers,
            int needingAction) {}

    /** One adviser on that day. */
    @Schema(name = "AdviserDay")
    record AdviserDay(
            AppointmentView.Adviser adviser,
            List<Span> working,
            List<Absence> absences,
            List<AppointmentView> appointments) {}

    /** A visit that cannot take place as booked, and why. */
    @Schema(name = "NeedingAction")
    record Needing(AppointmentView appointment, NeedsAction.Cause cause) {}

    /** A stretch of time. */
    @Schema(name = "Span")
    record Span(OffsetDateTime start, OffsetDateTime end) {

        static List<Span> of(List<TimeSpan> spans, ZoneId zone) {
            return spans.stream()
                    .map(span -> new Span(Views.local(span.start(), zone), Views.local(span.end(), zone)))
                    .toList();
        }
    }

    /** An absence, whole. */
    @Schema(name = "CalendarAbsence")
    record Absence(UUID id, OffsetDateTime start, OffsetDateTime end, AbsenceKind kind) {

        static List<Absence> of(List<AbsenceView> absences, ZoneId zone) {
            return absences.stream()
                    .map(absence -> new Absence(
                            absence.id(),
                            Views.local(absence.span().start(), zone),
                            Views.local(absence.span().end(), zone),
                            absence.kind()))
                    .toList();
        }
    }

    /** A stretch in which the branch is closed. */
    @Schema(name = "Closure")
    record Closure(UUID id, OffsetDateTime from, OffsetDateTime to, String reason) {

        static Closure of(ClosureView closure, ZoneId zone) {
            return new Closure(
                    closure.id(),
                    Views.local(closure.span().start(), zone),
                    Views.local(closure.span().end(), zone),
                    closure.reason());
        }
    }
}
