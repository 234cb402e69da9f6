package fr.guichet.branches.web;

import fr.guichet.branches.AdviserProfile;
import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.NewAdviser;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.branches.application.AdviserEditing;
import fr.guichet.branches.web.Hours.Interval;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Advisers, their weekly hours and their single days. */
@RestController
@RequestMapping("/api/advisers")
class AdviserController {

    private static final String SKILL = "[A-Z][A-Z0-9_]{0,39}";
    private static final String LANGUAGE = "[a-z]{2}";

    private final AdviserEditing editing;
    private final AdviserReading reading;
    private final CalendarReach reach;
    private final Idempotency idempotency;

    AdviserController(AdviserEditing editing, AdviserReading reading, CalendarReach reach, Idempotency idempotency) {
        this.editing = editing;
        this.reading = reading;
        this.reach = reach;
        this.idempotency = idempotency;
    }

    @GetMapping("/{id}")
    ResponseEntity<AdviserDetail> getAdviser(StaffActor actor, @PathVariable UUID id) {
        return tagged(ResponseEntity.ok(), reading.detail(actor, new AdviserId(id)));
    }

    @PostMapping
    ResponseEntity<AdviserDetail> addAdviser(StaffActor actor, @Valid @RequestBody AddAdviser wanted) {
        if (wanted.pattern() != null) {
            reach.checkStart(wanted.pattern().validFrom(), "pattern.validFrom");
        }
        var profile = new AdviserProfile(wanted.displayName().strip(), wanted.skills(), wanted.languages(), true);
        var adviser = new NewAdviser(profile, wanted.patterns());
        return idempotency.once(() -> {
            var id = Answers.of(editing.create(actor, new BranchId(wanted.branchId()), adviser));
            return tagged(ResponseEntity.created(URI.create("/api/advisers/" + id)), reading.detail(actor, id));
        });
    }

    @PutMapping("/{id}")
    ResponseEntity<AdviserDetail> changeAdviser(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeAdviser wanted) {
        var seen = EntityTags.required(ifMatch);
        var profile =
                new AdviserProfile(wanted.displayName().strip(), wanted.skills(), wanted.languages(), wanted.active());
        return answer(actor, id, editing.change(actor, new AdviserId(id), seen, profile));
    }

    /** From its start on, in place of a pattern with the same start, until the next one begins. */
    @PutMapping("/{id}/pattern")
    ResponseEntity<AdviserDetail> changePattern(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Hours.Pattern pattern) {
        var seen = EntityTags.required(ifMatch);
        reach.checkStart(pattern.validFrom(), "validFrom");
        return answer(actor, id, editing.setPattern(actor, new AdviserId(id), seen, pattern.read()));
    }

    /** The pattern before it then goes on. */
    @DeleteMapping("/{id}/pattern/{validFrom}")
    ResponseEntity<AdviserDetail> removePattern(
            StaffActor actor,
            @PathVariable UUID id,
            @PathVariable LocalDate validFrom,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var seen = EntityTags.required(ifMatch);
        return answer(actor, id, editing.dropPattern(actor, new AdviserId(id), seen, validFrom));
    }

    /** In place of the pattern on that day; no intervals for a day off. */
    @PutMapping("/{id}/overrides/{date}")
    ResponseEntity<AdviserDetail> setOverride(
            StaffActor actor,
            @PathVariable UUID id,
            @PathVariable LocalDate date,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SetOverride day) {
        var seen = EntityTags.required(ifMatch);
        reach.check(date, "date");
        var hours = Hours.read(day.intervals(), "intervals");
        return answer(actor, id, editing.setDay(actor, new AdviserId(id), seen, date, hours));
    }

    /** The pattern then holds again. */
    @DeleteMapping("/{id}/overrides/{date}")
    ResponseEntity<AdviserDetail> removeOverride(
            StaffActor actor,
            @PathVariable UUID id,
            @PathVariable LocalDate date,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var seen = EntityTags.required(ifMatch);
        return answer(actor, id, editing.dropDay(actor, new AdviserId(id), seen, date));
    }

    private ResponseEntity<AdviserDetail> answer(StaffActor actor, UUID id, Outcome<AdviserId, BranchRefusal> outcome) {
        var adviser = Answers.of(outcome, () -> reading.detail(actor, new AdviserId(id)));
        return tagged(ResponseEntity.ok(), reading.detail(actor, adviser));
    }

    private static ResponseEntity<AdviserDetail> tagged(ResponseEntity.BodyBuilder answer, AdviserDetail adviser) {
        return answer.eTag(EntityTags.of(adviser.version())).body(adviser);
    }

    /**
     * Somebody who is to receive customers.
     *
     * @param pattern weekly hours; may be set later
     */
    record AddAdviser(
            @NotNull UUID branchId,
            @NotBlank @Size(max = 100) String displayName,
            @NotNull @Size(max = 30) Set<@NotNull @Pattern(regexp = SKILL) String> skills,
            @NotNull @Size(max = 20) Set<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
            @Valid Hours.@Nullable Pattern pattern) {

        List<WeeklyPattern> patterns() {
            return pattern == null ? List.of() : List.of(pattern.read());
        }
    }

    record ChangeAdviser(
            @NotBlank @Size(max = 100) String displayName,
            @NotNull @Size(max = 30) Set<@NotNull @Pattern(regexp = SKILL) String> skills,
            @NotNull @Size(max = 20) Set<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
            @NotNull Boolean active) {}

    record SetOverride(
            @NotNull @Size(max = Hours.MOST_INTERVALS) List<@NotNull @Valid Interval> intervals) {}
}
