package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentPosition;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.calendar.CalendarFile;
import fr.guichet.platform.web.Cursors;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.Page;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
class AppointmentsController {

    private final Appointments appointments;
    private final Views views;
    private final Histories histories;
    private final CalendarEntries calendar;
    private final Answers answers;
    private final Idempotency idempotency;

    AppointmentsController(
            Appointments appointments,
            Views views,
            Histories histories,
            CalendarEntries calendar,
            Answers answers,
            Idempotency idempotency) {
        this.appointments = appointments;
        this.views = views;
        this.histories = histories;
        this.calendar = calendar;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    /** Which of the own visits to list. */
    enum When {
        /** To come or going on, the next one first. */
        upcoming,
        /** Over or called off, the latest first. */
        past
    }

    /** Books a hold, or a slot straight away; staff name the customer they book for. */
    @PostMapping
    ResponseEntity<AppointmentView> bookAppointment(Actor actor, @Valid @RequestBody BookingRequest request) {
        var booking = request.read(actor);
        return idempotency.once(() -> {
            var booked =
                    switch (booking) {
                        case BookingRequest.OfHold(var customer, var hold) ->
                            answers.of(actor, hold, appointments.book(customer, hold));
                        case BookingRequest.OfSlot(var wish) ->
                            answers.of(actor, wish.branch(), appointments.book(actor, wish));
                    };
            return ResponseEntity.created(URI.create("/api/appointments/" + booked.id()))
                    .eTag(EntityTags.of(booked.version()))
                    .body(views.fresh(actor, booked));
        });
    }

    /** The customer's own visits. */
    @GetMapping
    Page<AppointmentView> listAppointments(
            CustomerActor actor,
            @RequestParam(defaultValue = "upcoming") When when,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = cursor == null
                ? null
                : Cursors.read(
                        cursor, keys -> new AppointmentPosition(keys.instant(0), new AppointmentId(keys.uuid(1))));
        var visits =
                switch (when) {
                    case upcoming -> appointments.upcoming(actor, after, limit + 1);
                    case past -> appointments.past(actor, after, limit + 1);
                };
        var page = Page.of(visits, limit, last -> Cursors.of(last.start(), last.id()));
        return new Page<>(views.of(actor, page.items()), page.nextCursor());
    }

    @GetMapping("/{id}")
    ResponseEntity<AppointmentView> getAppointment(Actor actor, @PathVariable UUID id) {
        return answers.visit(actor, find(actor, id));
    }

    /** What happened to a visit, the first thing first. */
    @GetMapping("/{id}/history")
    List<HistoryEntry> appointmentHistory(Actor actor, @PathVariable UUID id) {
        var appointment = find(actor, id);
        var changes = appointments.history(actor, appointment.id()).orElseThrow(() -> Problems.notFound()
                .exception());
        return histories.of(appointment, changes);
    }

    /** The visit as a calendar file. */
    @GetMapping(value = "/{id}/calendar.ics", produces = "text/calendar")
    ResponseEntity<byte[]> appointmentCalendarFile(Actor actor, @PathVariable UUID id, Locale language) {
        var appointment = find(actor, id);
        var entry = calendar.entry(appointment, views.schedule(appointment.branch()), language);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CalendarFile.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rendez-vous.ics\"")
                .body(CalendarFile.of(entry));
    }

    private Appointment find(Actor actor, UUID id) {
        return appointments.find(actor, new AppointmentId(id)).orElseThrow(() -> Problems.notFound()
                .exception());
    }
}
