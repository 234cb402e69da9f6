package fr.guichet.appointments.web;

import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.Appointments;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.Schedules;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns what became of a request into its answer: the result, or a problem for each refusal. */
@Component
class Answers {

    private final Appointments appointments;
    private final Schedules schedules;
    private final AppointmentViews views;

    Answers(Appointments appointments, Schedules schedules, AppointmentViews views) {
        this.appointments = appointments;
        this.schedules = schedules;
        this.views = views;
    }

    /**
     * The result; a refusal ends the request with its problem.
     *
     * @param zone in whose local time a problem speaks; asked for only when there is one
     */
    <T> T of(Outcome<T, AppointmentRefusal> outcome, Actor reader, Supplier<ZoneId> zone, Locale language) {
        return switch (outcome) {
            case Outcome.Done<T, AppointmentRefusal>(var value) -> value;
            case Outcome.Refused<T, AppointmentRefusal>(var why) ->
                throw problem(why, reader, zone.get(), language).exception();
        };
    }

    /** The zone of a branch; UTC for one that does not exist, which is refused anyway. */
    ZoneId zone(BranchId branch) {
        return schedules.of(branch).map(BranchSchedule::zone).orElse(ZoneOffset.UTC);
    }

    /** The zone of the branch of a customer's hold, also one that has run out. */
    ZoneId zoneOfHold(CustomerActor customer, AppointmentId hold) {
        return appointments.branchOfHold(customer, hold).map(this::zone).orElse(ZoneOffset.UTC);
    }

    private Problem problem(AppointmentRefusal refusal, Actor reader, ZoneId zone, Locale language) {
        var times = new LocalTimes(zone);
        return switch (refusal) {
            case AppointmentRefusal.NotFound() -> Problems.notFound();
            case AppointmentRefusal.Forbidden() -> Problems.forbidden();
            case AppointmentRefusal.SlotTaken(var nearest) ->
                conflict("slot-taken").with("nearest", SlotView.of(nearest, times));
            case AppointmentRefusal.SlotOffGrid(var minutes) ->
                unacceptable("slot-off-grid", Duration.ofMinutes(minutes));
            case AppointmentRefusal.SlotInPast() -> unacceptable("slot-in-past");
            case AppointmentRefusal.NoticeTooShort(var earliest) ->
                unacceptable("notice-too-short", times.of(earliest)).with("earliest", times.of(earliest));
            case AppointmentRefusal.BeyondHorizon(var latest) ->
                unacceptable("beyond-horizon", latest).with("latest", latest);
            case AppointmentRefusal.BranchClosed() -> unacceptable("branch-closed");
            case AppointmentRefusal.AdviserAbsent() -> unacceptable("adviser-absent");
            case AppointmentRefusal.AdviserNotQualified() -> unacceptable("adviser-not-qualified");
            case AppointmentRefusal.ReasonNotOffered() -> unacceptable("reason-not-offered");
            case AppointmentRefusal.HoldExpired(var nearest) ->
                conflict("hold-expired").with("nearest", SlotView.of(nearest, times));
            case AppointmentRefusal.HoldNotFound() -> Problem.of(HttpStatus.NOT_FOUND, "hold-not-found");
            case AppointmentRefusal.CustomerAlreadyBooked() -> conflict("customer-already-booked");
            case AppointmentRefusal.TooLateToChange(var limit) ->
                conflict("too-late-to-change", times.of(limit)).with("limit", times.of(limit));
            case AppointmentRefusal.TooEarly(var from) ->
                conflict("too-early", times.of(from)).with("from", times.of(from));
            case AppointmentRefusal.NotAllowedInStatus(var status) ->
                conflict("not-allowed-in-status").with("status", status);
            case AppointmentRefusal.ReasonMissing() ->
                Problems.invalid(new InvalidField("reason", "appointments.invalid.reason"));
            case AppointmentRefusal.Stale(var current) -> Problems.stale(views.of(reader, current, language));
            case AppointmentRefusal.StaleEntry(var current) ->
                Problems.stale(WaitingEntryView.of(
                        current, schedules.of(current.branch()).orElseThrow()));
            case AppointmentRefusal.AlreadyWaiting() -> conflict("already-waiting");
            case AppointmentRefusal.OfferGone() -> conflict("offer-gone");
        };
    }

    private static Problem conflict(String name, Object... arguments) {
        return Problem.of(HttpStatus.CONFLICT, name, arguments);
    }

    private static Problem unacceptable(String name, Object... arguments) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, name, arguments);
    }
}
