package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.CancelAppointment;
import fr.guichet.appointments.MoveAppointment;
import fr.guichet.appointments.ReassignAppointment;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done to a booked visit. Every change names the version that its author saw. */
@RestController
@RequestMapping("/api/appointments/{id}")
class ChangeController {

    private final Appointments appointments;
    private final AppointmentViews views;
    private final Answers answers;
    private final Idempotency idempotency;

    ChangeController(Appointments appointments, AppointmentViews views, Answers answers, Idempotency idempotency) {
        this.appointments = appointments;
        this.views = views;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    /** To another time in the same branch: customers until two hours before the start, staff at any time. */
    @PostMapping("/move")
    ResponseEntity<AppointmentView> moveAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveRequest request,
            Locale language) {
        var version = EntityTags.required(ifMatch);
        return change(actor, id, language, () -> appointments.move(actor, request.read(id, version)));
    }

    /** Calls the visit off: customers until two hours before the start, staff at any time and with a reason. */
    @PostMapping("/cancel")
    ResponseEntity<AppointmentView> cancelAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CancelRequest request,
            Locale language) {
        var version = EntityTags.required(ifMatch);
        var wish = new CancelAppointment(new AppointmentId(id), version, request.reason());
        return change(actor, id, language, () -> appointments.cancel(actor, wish));
    }

    /** To another adviser at the same time. */
    @PostMapping("/reassign")
    ResponseEntity<AppointmentView> reassignAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReassignRequest request,
            Locale language) {
        var version = EntityTags.required(ifMatch);
        var wish = new ReassignAppointment(
                new AppointmentId(id), version, new AdviserId(request.adviserId()), request.reason());
        return change(actor, id, language, () -> appointments.reassign(actor, wish));
    }

    /** The customer has come. */
    @PostMapping("/check-in")
    ResponseEntity<AppointmentView> checkIn(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        return note(actor, id, ifMatch, AppointmentAction.CHECK_IN, language);
    }

    /** The visit has begun. */
    @PostMapping("/start")
    ResponseEntity<AppointmentView> startVisit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        return note(actor, id, ifMatch, AppointmentAction.START, language);
    }

    /** The visit is over. */
    @PostMapping("/finish")
    ResponseEntity<AppointmentView> finishVisit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        return note(actor, id, ifMatch, AppointmentAction.FINISH, language);
    }

    /** The customer did not come. */
    @PostMapping("/no-show")
    ResponseEntity<AppointmentView> markNoShow(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        return note(actor, id, ifMatch, AppointmentAction.NO_SHOW, language);
    }

    private ResponseEntity<AppointmentView> note(
            Actor actor, UUID id, @Nullable String ifMatch, AppointmentAction action, Locale language) {
        var version = EntityTags.required(ifMatch);
        return change(actor, id, language, () -> appointments.note(actor, new AppointmentId(id), version, action));
    }

    private ResponseEntity<AppointmentView> change(
            Actor actor, UUID id, Locale language, Supplier<Outcome<Appointment, AppointmentRefusal>> work) {
        return idempotency.once(() -> {
            var changed = answers.of(work.get(), actor, () -> zone(actor, id), language);
            return ResponseEntity.ok().eTag(EntityTags.of(changed.version())).body(views.of(actor, changed, language));
        });
    }

    private ZoneId zone(Actor actor, UUID id) {
        return appointments
                .find(actor, new AppointmentId(id))
                .map(visit -> answers.zone(visit.branch()))
                .orElse(ZoneOffset.UTC);
    }

    /**
     * Another time.
     *
     * @param adviserId absent for any
     */
    @Schema(name = "MoveAppointment")
    record MoveRequest(
            @NotNull OffsetDateTime start,
            @Nullable UUID adviserId,

            @Nullable @Size(max = AppointmentChange.REASON_LENGTH) String reason) {

        MoveAppointment read(UUID id, long version) {
            return new MoveAppointment(
                    new AppointmentId(id),
                    version,
                    start.toInstant(),
                    adviserId == null ? null : new AdviserId(adviserId),
                    reason);
        }
    }

    /** Why not; staff must say it. */
    @Schema(name = "CancelAppointment")
    record CancelRequest(
            @Nullable @Size(max = AppointmentChange.REASON_LENGTH) String reason) {}

    /** Another adviser. */
    @Schema(name = "ReassignAppointment")
    record ReassignRequest(
            @NotNull UUID adviserId,

            @Nullable @Size(max = AppointmentChange.REASON_LENGTH) String reason) {}
}
