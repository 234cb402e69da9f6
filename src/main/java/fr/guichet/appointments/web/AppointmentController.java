package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentPosition;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.BookAppointment;
import fr.guichet.appointments.calendar.CalendarFile;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.Schedules;
import fr.guichet.platform.web.Cursors;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Page;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Booking visits and reading them. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentController {

    private final Appointments appointments;
    private final AppointmentViews views;
    private final HistoryViews histories;
    private final CalendarWords words;
    private final Schedules schedules;
    private final Answers answers;
    private final Idempotency idempotency;

    AppointmentController(
            Appointments appointments,
            AppointmentViews views,
            HistoryViews histories,
            CalendarWords words,
            Schedules schedules,
            Answers answers,
            Idempotency idempotency) {
        this.appointments = appointments;
        this.views = views;
        this.histories = histories;
        this.words = words;
        this.schedules = schedules;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    /** Books a hold, or a slot without one. Staff name the customer; customers book for themselves. */
    @PostMapping
    ResponseEntity<AppointmentView> bookAppointment(
            Actor actor, @Valid @RequestBody BookingRequest request, Locale language) {
        return idempotency.once(() -> {
            var booked = request.holdId() != null ? ofHold(actor, request, language) : direct(actor, request, language);
            return ResponseEntity.created(URI.create("/api/appointments/" + booked.id()))
                    .eTag(EntityTags.of(booked.version()))
                    .body(views.of(actor, booked, language));
        });
    }

    private Appointment ofHold(Actor actor, BookingRequest request, Locale language) {
        if (!(actor instanceof CustomerActor customer)) {
            throw Problems.forbidden().exception();
        }
        var hold = new AppointmentId(Objects.requireNonNull(request.onlyHold()));
        return answers.of(appointments.book(customer, hold), actor, () -> answers.zoneOfHold(customer, hold), language);
    }

    private Appointment direct(Actor actor, BookingRequest request, Locale language) {
        var branch = new BranchId(request.required("branchId", request.branchId()));
        var wish = new BookAppointment(
                customer(actor, request.customerId()),
                branch,
                new ReasonId(request.required("reasonId", request.reasonId())),
                request.required("start", request.start()).toInstant(),
                request.adviserId() == null ? null : new AdviserId(request.adviserId()));
        return answers.of(appointments.book(actor, wish), actor, () -> answers.zone(branch), language);
    }

    /** Customers come themselves; staff say who does. Whom one may book for is decided with the booking. */
    private static CustomerId customer(Actor actor, @Nullable UUID named) {
        if (actor instanceof CustomerActor customer && named == null) {
            return customer.customer();
        }
        if (named == null) {
            throw Problems.invalid(new InvalidField("customerId", "appointments.invalid.customer"))
                    .exception();
        }
        return new CustomerId(named);
    }

    /** The customer's own visits: to come, the next one first; or over, the latest first. */
    @GetMapping
    Page<AppointmentView> listAppointments(
            CustomerActor actor,
            @RequestParam(defaultValue = "UPCOMING") Period when,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale language) {
        var after = cursor == null
                ? null
                : Cursors.read(
                        cursor, keys -> new AppointmentPosition(keys.instant(0), new AppointmentId(keys.uuid(1))));
        var found =
                switch (when) {
                    case UPCOMING -> appointments.upcoming(actor, after, limit + 1);
                    case PAST -> appointments.past(actor, after, limit + 1);
                };
        var page = Page.of(found, limit, last -> Cursors.of(last.start(), last.id()));
        return new Page<>(views.of(actor, page.items(), language), page.nextCursor());
    }

    @GetMapping("/{id}")
    ResponseEntity<AppointmentView> getAppointment(Actor actor, @PathVariable UUID id, Locale language) {
        var visit = find(actor, id);
        return ResponseEntity.ok().eTag(EntityTags.of(visit.version())).body(views.of(actor, visit, language));
    }

    /** What happened to it, the first thing first. */
    @GetMapping("/{id}/history")
    List<HistoryViews.HistoryEntry> appointmentHistory(Actor actor, @PathVariable UUID id) {
        var visit = find(actor, id);
        return histories.of(
                actor, visit, appointments.history(actor, visit.id()).orElseThrow());
    }

    /** An iCalendar file (RFC 5545); opened again after a change, it replaces what the calendar has. */
    @GetMapping(path = "/{id}/calendar.ics", produces = "text/calendar")
    ResponseEntity<byte[]> appointmentCalendarFile(Actor actor, @PathVariable UUID id, Locale language) {
        var visit = find(actor, id);
        var branch = schedules.of(visit.branch()).orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CalendarFile.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rendez-vous.ics")
                                .build()
                                .toString())
                .body(CalendarFile.of(words.entry(visit, branch, language)));
    }

    private Appointment find(Actor actor, UUID id) {
        return appointments.find(actor, new AppointmentId(id)).orElseThrow(() -> Problems.notFound()
                .exception());
    }

    /** Which of a customer's visits to list. */
    enum Period {
        UPCOMING,
        PAST
    }
}
