package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.JoinWaitingList;
import fr.guichet.appointments.PartOfDay;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.appointments.WaitingEntryId;
import fr.guichet.appointments.WaitingList;
import fr.guichet.branches.Schedules;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers who would rather come earlier than booked. */
@RestController
@RequestMapping("/api/waiting-list")
class WaitingListController {

    private final Appointments appointments;
    private final WaitingList waitingList;
    private final AppointmentViews views;
    private final Schedules schedules;
    private final Answers answers;
    private final Idempotency idempotency;

    WaitingListController(
            Appointments appointments,
            WaitingList waitingList,
            AppointmentViews views,
            Schedules schedules,
            Answers answers,
            Idempotency idempotency) {
        this.appointments = appointments;
        this.waitingList = waitingList;
        this.views = views;
        this.schedules = schedules;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    /** Asks to be offered an earlier slot than that of a booked visit. */
    @PostMapping
    ResponseEntity<WaitingEntryView> joinWaitingList(
            CustomerActor actor, @Valid @RequestBody JoinRequest request, Locale language) {
        var wish = request.read();
        return idempotency.once(() -> {
            var entry = answers.of(
                    waitingList.join(actor, wish), actor, () -> zoneOfVisit(actor, wish.appointment()), language);
            return ResponseEntity.created(URI.create("/api/waiting-list/" + entry.id()))
                    .eTag(EntityTags.of(entry.version()))
                    .body(view(entry));
        });
    }

    /** The customer's own entries that are waiting or have an offer. */
    @GetMapping
    List<WaitingEntryView> listWaiting(CustomerActor actor) {
        return waitingList.of(actor).stream().map(this::view).toList();
    }

    /** Leaves the list; a slot that was offered goes to the next. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveWaitingList(CustomerActor actor, @PathVariable UUID id, Locale language) {
        answers.of(waitingList.leave(actor, new WaitingEntryId(id)), actor, WaitingListController::anyZone, language);
    }

    /** Moves the visit to the slot offered. */
    @PostMapping("/{id}/accept")
    ResponseEntity<AppointmentView> acceptOffer(
            CustomerActor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        var version = EntityTags.required(ifMatch);
        return idempotency.once(() -> {
            Appointment visit = answers.of(
                    waitingList.accept(actor, new WaitingEntryId(id), version),
                    actor,
                    () -> zoneOfEntry(actor, new WaitingEntryId(id)),
                    language);
            return ResponseEntity.ok().eTag(EntityTags.of(visit.version())).body(views.of(actor, visit, language));
        });
    }

    /** Lets the offer go and waits for another one. */
    @PostMapping("/{id}/decline")
    ResponseEntity<WaitingEntryView> declineOffer(CustomerActor actor, @PathVariable UUID id, Locale language) {
        return idempotency.once(() -> {
            var entry = answers.of(
                    waitingList.decline(actor, new WaitingEntryId(id)),
                    actor,
                    WaitingListController::anyZone,
                    language);
            return ResponseEntity.ok().eTag(EntityTags.of(entry.version())).body(view(entry));
        });
    }

    /** Leaving and declining are refused in words that name no time. */
    private static ZoneId anyZone() {
        return ZoneOffset.UTC;
    }

    private ZoneId zoneOfVisit(CustomerActor actor, AppointmentId visit) {
        return appointments
                .find(actor, visit)
                .map(found -> answers.zone(found.branch()))
                .orElse(ZoneOffset.UTC);
    }

    private ZoneId zoneOfEntry(CustomerActor actor, WaitingEntryId id) {
        return waitingList.of(actor).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(entry -> answers.zone(entry.branch()))
                .orElse(ZoneOffset.UTC);
    }

    private WaitingEntryView view(WaitingEntry entry) {
        return WaitingEntryView.of(entry, schedules.of(entry.branch()).orElseThrow());
    }

    /**
     * Which earlier slots would suit; absent limits suit all.
     *
     * @param earliest first day, in the branch's zone
     * @param latest last day
     */
    @Schema(name = "JoinWaitingList")
    record JoinRequest(
            @NotNull UUID appointmentId,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable PartOfDay partOfDay) {

        JoinWaitingList read() {
            if (earliest != null && latest != null && latest.isBefore(earliest)) {
                throw Problems.invalid(new InvalidField("latest", "appointments.invalid.latest"))
                        .exception();
            }
            return new JoinWaitingList(new AppointmentId(appointmentId), earliest, latest, partOfDay);
        }
    }
}
