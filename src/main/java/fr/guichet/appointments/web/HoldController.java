package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.HoldSlot;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.Schedules;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A slot kept for a customer for ten minutes. */
@RestController
class HoldController {

    private final Appointments appointments;
    private final Schedules schedules;
    private final Answers answers;
    private final Idempotency idempotency;

    HoldController(Appointments appointments, Schedules schedules, Answers answers, Idempotency idempotency) {
        this.appointments = appointments;
        this.schedules = schedules;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    /** Keeps a slot. A customer has one hold: another takes its place. */
    @PostMapping("/api/holds")
    ResponseEntity<HoldView> holdSlot(CustomerActor actor, @Valid @RequestBody HoldRequest request, Locale language) {
        var wish = request.read();
        return idempotency.once(() -> {
            var held = answers.of(appointments.hold(actor, wish), actor, () -> answers.zone(wish.branch()), language);
            return ResponseEntity.created(URI.create("/api/holds/" + held.id())).body(view(held));
        });
    }

    @DeleteMapping("/api/holds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseHold(CustomerActor actor, @PathVariable UUID id, Locale language) {
        answers.of(appointments.release(actor, new AppointmentId(id)), actor, () -> ZoneOffset.UTC, language);
    }

    private HoldView view(Appointment held) {
        var branch = schedules.of(held.branch()).orElseThrow();
        return HoldView.of(held, branch);
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

        HoldSlot read() {
            return new HoldSlot(
                    new BranchId(branchId),
                    new ReasonId(reasonId),
                    start.toInstant(),
                    adviserId == null ? null : new AdviserId(adviserId));
        }
    }

    /** A kept slot as JSON. */
    @Schema(name = "Hold")
    record HoldView(
            UUID id,
            UUID branchId,
            UUID reasonId,
            OffsetDateTime start,
            OffsetDateTime end,
            UUID adviserId,
            String adviserName,
            OffsetDateTime expiresAt) {

        static HoldView of(Appointment held, BranchSchedule branch) {
            var times = new LocalTimes(branch.zone());
            return new HoldView(
                    held.id().value(),
                    held.branch().value(),
                    held.reason().value(),
                    times.of(held.start()),
                    times.of(held.end()),
                    held.adviser().value(),
                    Names.of(branch, held.adviser()),
                    times.of(Objects.requireNonNull(held.heldUntil())));
        }
    }
}
