package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentAction;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.CancelAppointment;
import fr.guichet.appointments.MoveAppointment;
import fr.guichet.appointments.Outcome;
import fr.guichet.appointments.ReassignAppointment;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to a booked visit. Each takes the version that the caller saw, in If-Match. */
@RestController
@RequestMapping("/api/appointments/{id}")
class AppointmentActionsController {

    private final Appointments appointments;
    private final Answers answers;
    private final Idempotency idempotency;

    AppointmentActionsController(Appointments appointments, Answers answers, Idempotency idempotency) {
        this.appointments = appointments;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    @PostMapping("/move")
    ResponseEntity<AppointmentView> moveAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveRequest wish) {
        return change(
                actor,
                id,
                ifMatch,
                version -> appointments.move(
                        actor,
                        new MoveAppointment(
                                new AppointmentId(id),
                                version,
                                wish.start().toInstant(),
                                wish.adviserId() == null ? null : new AdviserId(wish.adviserId()),
                                wish.reason())));
    }

    /** Staff say why. */
    @PostMapping("/cancel")
    ResponseEntity<AppointmentView> cancelAppointment(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable CancelRequest wish) {
        return change(
                actor,
                id,
                ifMatch,
                version -> appointments.cancel(
                        actor,
                        new CancelAppointment(new AppointmentId(id), version, wish == null ? null : wish.reason())));
    }

    @PostMapping("/reassign")
    ResponseEntity<AppointmentView> reassignAppointment(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReassignRequest wish) {
        return change(
                actor,
                id,
                ifMatch,
                version -> appointments.reassign(
                        actor,
                        new ReassignAppointment(
                                new AppointmentId(id), version, new AdviserId(wish.adviserId()), wish.reason())));
    }

    /** The customer has come. */
    @PostMapping("/check-in")
    ResponseEntity<AppointmentView> checkIn(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return note(actor, id, ifMatch, AppointmentAction.CHECK_IN);
    }

    /** The visit begins. */
    @PostMapping("/start")
    ResponseEntity<AppointmentView> startVisit(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return note(actor, id, ifMatch, AppointmentAction.START);
    }

    /** The visit is over. */
    @PostMapping("/finish")
    ResponseEntity<AppointmentView> finishVisit(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return note(actor, id, ifMatch, AppointmentAction.FINISH);
    }

    /** The customer did not come; not before the start. */
    @PostMapping("/no-show")
    ResponseEntity<AppointmentView> markNoShow(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return note(actor, id, ifMatch, AppointmentAction.NO_SHOW);
    }

    private ResponseEntity<AppointmentView> note(
            StaffActor actor, UUID id, @Nullable String ifMatch, AppointmentAction action) {
        return change(actor, id, ifMatch, version -> appointments.note(actor, new AppointmentId(id), version, action));
    }

    private ResponseEntity<AppointmentView> change(
            Actor actor, UUID id, @Nullable String ifMatch, LongFunction<Outcome<Appointment>> change) {
        var version = EntityTags.required(ifMatch);
        return idempotency.once(
                () -> answers.visit(actor, answers.of(actor, new AppointmentId(id), change.apply(version))));
    }

    /**
     * Where to.
     *
     * @param adviserId absent for any
     */
    @Schema(name = "MoveAppointment")
    record MoveRequest(
            @NotNull OffsetDateTime start,
            @Nullable UUID adviserId,

            @Nullable @Size(max = AppointmentChange.REASON_LENGTH) String reason) {}

    /**
     * Why.
     *
     * @param reason required of staff
     */
    @Schema(name = "CancelAppointment")
    record CancelRequest(
            @Nullable @Size(max = AppointmentChange.REASON_LENGTH) String reason) {}

    /** To whom. */
    @Schema(name = "ReassignAppointment")
    record ReassignRequest(
            @NotNull UUID adviserId,

            @Nullable @Size(max = AppointmentChange.REASON_LENGTH) String reason) {}
}
