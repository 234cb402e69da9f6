package fr.guichet.branches.web;

import fr.guichet.branches.ReasonId;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.application.ReasonEditing;
import fr.guichet.branches.application.Rights;
import fr.guichet.branches.persistence.ReasonRows;
import fr.guichet.branches.web.ReasonViews.DefineReason;
import fr.guichet.branches.web.ReasonViews.ReasonDetail;
import fr.guichet.branches.web.ReasonViews.ReasonView;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import jakarta.validation.Valid;
import java.net.URI;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why customers come: what they choose from, and how the bank defines it. */
@RestController
@RequestMapping("/api/reasons")
class ReasonController {

    private final Schedules schedules;
    private final ReasonRows reasons;
    private final ReasonEditing editing;
    private final Idempotency idempotency;

    ReasonController(Schedules schedules, ReasonRows reasons, ReasonEditing editing, Idempotency idempotency) {
        this.schedules = schedules;
        this.reasons = reasons;
        this.editing = editing;
        this.idempotency = idempotency;
    }

    /** By name; with a branch, only those that some adviser of it can serve. */
    @GetMapping
    List<ReasonView> listReasons(@RequestParam(required = false) @Nullable UUID branch, Locale language) {
        var offered = schedules.reasons().stream();
        if (branch != null) {
            var advisers = schedules
                    .of(new BranchId(branch))
                    .orElseThrow(() -> Problems.notFound().exception())
                    .advisers();
            offered = offered.filter(reason -> advisers.stream().anyMatch(reason::canBeServedBy));
        }
        return offered.map(reason -> ReasonView.of(reason, language))
                .sorted(Comparator.comparing(ReasonView::name, Collator.getInstance(language)))
                .toList();
    }

    /** In both languages, for administrators. */
    @GetMapping("/{id}")
    ResponseEntity<ReasonDetail> getReason(StaffActor actor, @PathVariable UUID id) {
        return tagged(
                ResponseEntity.ok(),
                Answers.of(Outcome.unless(
                        Rights.refuseToRunTheBank(actor), () -> Outcome.done(detail(new ReasonId(id))))));
    }

    @PostMapping
    ResponseEntity<ReasonDetail> defineReason(StaffActor actor, @Valid @RequestBody DefineReason wanted) {
        return idempotency.once(() -> {
            var id = Answers.of(editing.define(actor, wanted.definition()));
            return tagged(ResponseEntity.created(URI.create("/api/reasons/" + id)), detail(id));
        });
    }

    /** Visits that are booked keep the time they were booked for. */
    @PutMapping("/{id}")
    ResponseEntity<ReasonDetail> changeReason(
            StaffActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DefineReason wanted) {
        var reason = new ReasonId(id);
        var outcome = editing.change(actor, reason, EntityTags.required(ifMatch), wanted.definition());
        return tagged(ResponseEntity.ok(), detail(Answers.of(outcome, () -> detail(reason))));
    }

    private ReasonDetail detail(ReasonId reason) {
        return reasons.find(reason).map(ReasonDetail::of).orElseThrow(() -> Problems.notFound()
                .exception());
    }

    private static ResponseEntity<ReasonDetail> tagged(ResponseEntity.BodyBuilder answer, ReasonDetail reason) {
        return answer.eTag(EntityTags.of(reason.version())).body(reason);
    }
}
