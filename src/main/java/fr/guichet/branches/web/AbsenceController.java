package fr.guichet.branches.web;

import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.application.AbsenceRecording;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When advisers are away. An absence is never changed: it is withdrawn and another one recorded. */
@RestController
class AbsenceController {

    private final AbsenceRecording recording;
    private final AdviserReading reading;
    private final CalendarReach reach;
    private final Idempotency idempotency;

    AbsenceController(
            AbsenceRecording recording, AdviserReading reading, CalendarReach reach, Idempotency idempotency) {
        this.recording = recording;
        this.reading = reading;
        this.reach = reach;
        this.idempotency = idempotency;
    }

    /** Those that ended at most 60 days ago, and those to come, by start. */
    @GetMapping("/api/advisers/{id}/absences")
    List<AdviserDetail.Absence> listAbsences(StaffActor actor, @PathVariable UUID id) {
        return reading.detail(actor, new AdviserId(id)).absences();
    }

    /** Booked visits may lie within; the branch's calendar lists them for someone to act on. */
    @PostMapping("/api/advisers/{id}/absences")
    ResponseEntity<AdviserDetail.Absence> addAbsence(
            StaffActor actor, @PathVariable UUID id, @Valid @RequestBody AddAbsence wanted) {
        reach.check(wanted.from(), wanted.to());
        return idempotency.once(() -> {
            var recorded =
                    Answers.of(recording.record(actor, new AdviserId(id), wanted.from(), wanted.to(), wanted.kind()));
            return ResponseEntity.created(
                            URI.create("/api/absences/" + recorded.absence().id()))
                    .body(AdviserDetail.Absence.of(recorded.absence(), recorded.zone()));
        });
    }

    @DeleteMapping("/api/absences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeAbsence(StaffActor actor, @PathVariable UUID id) {
        Answers.of(recording.withdraw(actor, id));
    }

    /** Between local times of the branch. */
    record AddAbsence(
            @NotNull LocalDateTime from,
            @NotNull LocalDateTime to,
            @NotNull AbsenceKind kind) {}
}
