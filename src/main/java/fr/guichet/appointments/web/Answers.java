package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.Outcome;
import fr.guichet.appointments.Slot;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.BranchId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns what became of a request into its answer. */
@Component
class Answers {

    private final Appointments appointments;
    private final Views views;

    Answers(Appointments appointments, Views views) {
        this.appointments = appointments;
        this.views = views;
    }

    /** What came of something asked of a branch; a refusal ends the request as a problem. */
    <T> T of(Actor actor, BranchId branch, Outcome<T> outcome) {
        return value(actor, outcome, () -> views.schedule(branch).zone());
    }

    /** What came of something asked of an appointment; a refusal ends the request as a problem. */
    <T> T of(Actor actor, AppointmentId appointment, Outcome<T> outcome) {
        return value(actor, outcome, () -> appointments
                .find(actor, appointment)
                .map(found -> views.schedule(found.branch()).zone())
                .orElseThrow());
    }

    /** What came of something whose refusals speak of no time; a refusal ends the request as a problem. */
    <T> T of(Actor actor, Outcome<T> outcome) {
        return value(actor, outcome, () -> {
            throw new IllegalStateException("No zone to tell a time in");
        });
    }

    ResponseEntity<AppointmentView> visit(Actor actor, Appointment appointment) {
        return ResponseEntity.ok().eTag(EntityTags.of(appointment.version())).body(views.of(actor, appointment));
    }

    private <T> T value(Actor actor, Outcome<T> outcome, Supplier<ZoneId> zone) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw problem(actor, why, zone).exception();
        };
    }

    private Problem problem(Actor actor, AppointmentRefusal why, Supplier<ZoneId> zone) {
        return switch (why) {
            case AppointmentRefusal.NotFound() -> Problems.notFound();
            case AppointmentRefusal.SlotTaken(var nearest) -> withNearest("slot-taken", nearest, zone);
            case AppointmentRefusal.HoldExpired(var nearest) -> withNearest("hold-expired", nearest, zone);
            case AppointmentRefusal.HoldNotFound() -> Problem.of(HttpStatus.NOT_FOUND, "hold-not-found");
            case AppointmentRefusal.SlotOffGrid(var minutes) -> unacceptable("slot-off-grid", minutes);
            case AppointmentRefusal.SlotInPast() -> unacceptable("slot-in-past");
            case AppointmentRefusal.NoticeTooShort(var earliest) ->
                unacceptable("notice-too-short", at(earliest, zone)).with("earliest", offset(earliest, zone));
            case AppointmentRefusal.BeyondHorizon(var latest) ->
                unacceptable("beyond-horizon", latest).with("latest", latest);
            case AppointmentRefusal.BranchClosed() -> unacceptable("branch-closed");
            case AppointmentRefusal.AdviserAbsent() -> unacceptable("adviser-absent");
            case AppointmentRefusal.AdviserNotQualified() -> unacceptable("adviser-not-qualified");
            case AppointmentRefusal.ReasonNotOffered() -> unacceptable("reason-not-offered");
            case AppointmentRefusal.ReasonMissing() ->
                Problems.invalid(new InvalidField("reason", "appointments.invalid.reason"));
            case AppointmentRefusal.CustomerAlreadyBooked() -> conflict("customer-already-booked");
            case AppointmentRefusal.TooLateToChange(var limit) ->
                conflict("too-late-to-change", at(limit, zone)).with("limit", offset(limit, zone));
            case AppointmentRefusal.TooEarly(var from) ->
                conflict("too-early", at(from, zone)).with("from", offset(from, zone));
            case AppointmentRefusal.NotAllowedInStatus(var status) ->
                conflict("not-allowed-in-status").with("status", AppointmentView.Status.of(status));
            case AppointmentRefusal.AlreadyWaiting() -> conflict("already-waiting");
            case AppointmentRefusal.OfferGone() -> conflict("offer-gone");
            case AppointmentRefusal.Stale(var current) -> Problems.stale(views.of(actor, current));
            case AppointmentRefusal.StaleEntry(var current) -> Problems.stale(views.of(current));
        };
    }

    private static Problem unacceptable(String name, Object... arguments) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, name, arguments);
    }

    private static Problem conflict(String name, Object... arguments) {
        return Problem.of(HttpStatus.CONFLICT, name, arguments);
    }

    private static Problem withNearest(String name, List<Slot> nearest, Supplier<ZoneId> zone) {
        return conflict(name).with("nearest", nearest.isEmpty() ? List.of() : SlotView.of(nearest, zone.get()));
    }

    private static ZonedDateTime at(Instant instant, Supplier<ZoneId> zone) {
        return instant.atZone(zone.get());
    }

    private static Object offset(Instant instant, Supplier<ZoneId> zone) {
        return Views.local(instant, zone.get());
    }
}
