package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.HoldSlot;
import fr.guichet.branches.ReasonId;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeping a slot while one makes up one's mind. */
@RestController
@RequestMapping("/api/holds")
class HoldsController {

    private final Appointments appointments;
    private final Views views;
    private final Answers answers;
    private final Idempotency idempotency;

    HoldsController(Appointments appointments, Views views, Answers answers, Idempotency idempotency) {
        this.appointments = appointments;
        this.views = views;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    /** Keeps a slot for ten minutes. A customer has one hold: the same slot again is the same hold, another takes its place. */
    @PostMapping
    ResponseEntity<Hold> holdSlot(CustomerActor actor, @Valid @RequestBody HoldRequest request) {
        var wish = request.wish();
        return idempotency.once(() -> {
            var hold = answers.of(actor, wish.branch(), appointments.hold(actor, wish));
            return ResponseEntity.created(URI.create("/api/holds/" + hold.id())).body(view(hold));
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseHold(CustomerActor actor, @PathVariable UUID id) {
        answers.of(actor, appointments.release(actor, new AppointmentId(id)));
    }

    private Hold view(Appointment hold) {
        var schedule = views.schedule(hold.branch());
        return new Hold(
                hold.id().value(),
                hold.branch().value(),
                hold.reason().value(),
                Views.local(hold.start(), schedule.zone()),
                Views.local(hold.end(), schedule.zone()),
                hold.adviser().value(),
                Views.nameOf(schedule, hold.adviser()),
                Views.local(Objects.requireNonNull(hold.heldUntil()), schedule.zone()));
    }

    /**
     * Which slot to keep.
     *
     * @param adviserId absent for any
     */
    @Schema(name = "HoldSlot")
    record HoldRequest(
            @NotNull UUID branchId,
            @NotNull UUID reasonId,
            @NotNull OffsetDateTime start,
            @Nullable UUID adviserId) {

        HoldSlot wish() {
            return new HoldSlot(
                    new BranchId(branchId),
                    new ReasonId(reasonId),
                    start.toInstant(),
                    adviserId == null ? null : new AdviserId(adviserId));
        }
    }

    /** A slot that is kept; book it before it expires. */
    record Hold(
            UUID id,
            UUID branchId,
            UUID reasonId,
            OffsetDateTime start,
            OffsetDateTime end,
            UUID adviserId,
            String adviserName,
            OffsetDateTime expiresAt) {}
}
