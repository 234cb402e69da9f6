package fr.guichet.appointments.web;

import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.JoinWaitingList;
import fr.guichet.appointments.PartOfDay;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.appointments.WaitingEntryId;
import fr.guichet.appointments.WaitingList;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor.CustomerActor;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers who would rather come earlier. */
@RestController
@RequestMapping("/api/waiting-list")
class WaitingListController {

    private final WaitingList waiting;
    private final Views views;
    private final Answers answers;
    private final Idempotency idempotency;

    WaitingListController(WaitingList waiting, Views views, Answers answers, Idempotency idempotency) {
        this.waiting = waiting;
        this.views = views;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    /** The customer's own entries. */
    @GetMapping
    List<WaitingEntryView> listWaiting(CustomerActor actor) {
        return waiting.of(actor).stream().map(views::of).toList();
    }

    /** Asks to be offered an earlier slot than that of a visit. */
    @PostMapping
    ResponseEntity<WaitingEntryView> joinWaitingList(CustomerActor actor, @Valid @RequestBody JoinRequest request) {
        var wish = request.wish();
        return idempotency.once(() -> {
            var entry = answers.of(actor, wish.appointment(), waiting.join(actor, wish));
            return tagged(ResponseEntity.created(URI.create("/api/waiting-list/" + entry.id())), entry);
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveWaitingList(CustomerActor actor, @PathVariable UUID id) {
        answers.of(actor, waiting.leave(actor, new WaitingEntryId(id)));
    }

    /** Moves the visit to the slot offered; If-Match carries the version of the entry. */
    @PostMapping("/{id}/accept")
    ResponseEntity<AppointmentView> acceptOffer(
            CustomerActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var version = EntityTags.required(ifMatch);
        var entry = new WaitingEntryId(id);
        return idempotency.once(() -> {
            var visit = appointmentOf(actor, entry);
            var accepted = waiting.accept(actor, entry, version);
            return answers.visit(
                    actor, visit == null ? answers.of(actor, accepted) : answers.of(actor, visit, accepted));
        });
    }

    /** Lets the offer go to the next; the customer waits for another one. */
    @PostMapping("/{id}/decline")
    ResponseEntity<WaitingEntryView> declineOffer(CustomerActor actor, @PathVariable UUID id) {
        return idempotency.once(
                () -> tagged(ResponseEntity.ok(), answers.of(actor, waiting.decline(actor, new WaitingEntryId(id)))));
    }

    private @Nullable AppointmentId appointmentOf(CustomerActor actor, WaitingEntryId id) {
        return waiting.of(actor).stream()
                .filter(entry -> entry.id().equals(id))
                .map(WaitingEntry::appointment)
                .findFirst()
                .orElse(null);
    }

    private ResponseEntity<WaitingEntryView> tagged(ResponseEntity.BodyBuilder answer, WaitingEntry entry) {
        return answer.eTag(EntityTags.of(entry.version())).body(views.of(entry));
    }

    /**
     * For which visit, and what would suit.
     *
     * @param earliest absent for any day
     * @param latest absent for any day before the visit
     * @param partOfDay absent for any time
     */
    @Schema(name = "JoinWaitingList")
    record JoinRequest(
            @NotNull UUID appointmentId,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable PartOfDay partOfDay) {

        JoinWaitingList wish() {
            if (earliest != null && latest != null && latest.isBefore(earliest)) {
                throw Problems.invalid(new InvalidField("latest", "appointments.invalid.order"))
                        .exception();
            }
            return new JoinWaitingList(new AppointmentId(appointmentId), earliest, latest, partOfDay);
        }
    }
}
