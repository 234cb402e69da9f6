package fr.guichet.branches.web;

import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.application.BranchEditing;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Subject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One branch: what everyone reads of it, and how its manager runs it. */
@RestController
class BranchController {

    private final BranchReading reading;
    private final BranchEditing editing;
    private final Schedules schedules;
    private final CalendarReach reach;
    private final Idempotency idempotency;

    BranchController(
            BranchReading reading,
            BranchEditing editing,
            Schedules schedules,
            CalendarReach reach,
            Idempotency idempotency) {
        this.reading = reading;
        this.editing = editing;
        this.schedules = schedules;
        this.reach = reach;
        this.idempotency = idempotency;
    }

    @GetMapping("/api/branches/{id}")
    ResponseEntity<BranchDetail> getBranch(@PathVariable UUID id, Locale language) {
        return tagged(reading.detail(new BranchId(id), language));
    }

    @PutMapping("/api/branches/{id}")
    ResponseEntity<BranchDetail> changeBranch(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeBranch wanted,
            Locale language) {
        var branch = new BranchId(id);
        var seen = EntityTags.required(ifMatch);
        Answers.of(editing.change(actor, branch, seen, wanted.settings()), () -> reading.detail(branch, language));
        return tagged(reading.detail(branch, language));
    }

    /** Booked visits may lie within; the branch's calendar lists them for someone to act on. */
    @PostMapping("/api/branches/{id}/closures")
    ResponseEntity<BranchDetail.Closure> addClosure(
            StaffActor actor, @PathVariable UUID id, @Valid @RequestBody AddClosure wanted) {
        reach.check(wanted.from(), wanted.to());
        return idempotency.once(() -> {
            var recorded = Answers.of(editing.close(
                    actor,
                    new BranchId(id),
                    wanted.from(),
                    wanted.to(),
                    wanted.reason().strip()));
            return ResponseEntity.created(
                            URI.create("/api/closures/" + recorded.closure().id()))
                    .body(BranchDetail.Closure.of(recorded.closure(), recorded.zone()));
        });
    }

    @DeleteMapping("/api/closures/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeClosure(StaffActor actor, @PathVariable UUID id) {
        Answers.of(editing.reopen(actor, id));
    }

    /**
     * Who receives customers here; with a reason, only those who can serve it.
     *
     * @param inactive for the branch's staff: also those who receive nobody any more
     */
    @GetMapping("/api/branches/{id}/advisers")
    List<AdviserSummary> listBranchAdvisers(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID reason,
            @RequestParam(defaultValue = "false") boolean inactive) {
        if (inactive && !actor.isShown(Subject.of(new BranchId(id)))) {
            throw Problems.notFound().exception();
        }
        var schedule = schedules.of(new BranchId(id)).orElseThrow(() -> Problems.notFound()
                .exception());
        var wanted = reason == null
                ? null
                : schedules.reason(new ReasonId(reason)).orElseThrow(() -> Problems.notFound()
                        .exception());
        return schedule.advisers().stream()
                .filter(adviser -> wanted == null ? inactive || adviser.active() : wanted.canBeServedBy(adviser))
                .map(AdviserSummary::of)
                .toList();
    }

    private static ResponseEntity<BranchDetail> tagged(BranchDetail branch) {
        return ResponseEntity.ok().eTag(EntityTags.of(branch.version())).body(branch);
    }

    /** An adviser as customers see one. */
    record AdviserSummary(UUID id, String displayName, List<String> languages, List<String> skills, boolean active) {

        static AdviserSummary of(AdviserSchedule adviser) {
            return new AdviserSummary(
                    adviser.id().value(),
                    adviser.displayName(),
                    adviser.languages().stream().sorted().toList(),
                    adviser.skills().stream().sorted().toList(),
                    adviser.active());
        }
    }

    /**
     * Between local times of the branch.
     *
     * @param reason shown to customers
     */
    record AddClosure(
            @NotNull LocalDateTime from,
            @NotNull LocalDateTime to,
            @NotBlank @Size(max = 200) String reason) {}
}
