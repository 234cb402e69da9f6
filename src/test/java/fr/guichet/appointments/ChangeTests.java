package fr.guichet.appointments;

import static fr.guichet.appointments.AppointmentAction.CANCEL;
import static fr.guichet.appointments.AppointmentAction.CHECK_IN;
import static fr.guichet.appointments.AppointmentAction.FINISH;
import static fr.guichet.appointments.AppointmentAction.MOVE;
import static fr.guichet.appointments.AppointmentAction.NO_SHOW;
import static fr.guichet.appointments.AppointmentAction.REASSIGN;
import static fr.guichet.appointments.AppointmentAction.START;
import static fr.guichet.appointments.Town.at;
import static fr.guichet.appointments.Town.customer;
import static fr.guichet.appointments.Town.done;
import static fr.guichet.appointments.Town.owner;
import static fr.guichet.appointments.Town.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.guichet.appointments.AppointmentChange.What;
import fr.guichet.appointments.AppointmentRefusal.AdviserAbsent;
import fr.guichet.appointments.AppointmentRefusal.CustomerAlreadyBooked;
import fr.guichet.appointments.AppointmentRefusal.NotAllowedInStatus;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.NoticeTooShort;
import fr.guichet.appointments.AppointmentRefusal.ReasonMissing;
import fr.guichet.appointments.AppointmentRefusal.SlotTaken;
import fr.guichet.appointments.AppointmentRefusal.Stale;
import fr.guichet.appointments.AppointmentRefusal.TooEarly;
import fr.guichet.appointments.AppointmentRefusal.TooLateToChange;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moving, cancelling, reassigning and receiving. */
@AppointmentsTest
class ChangeTests {

    private static final String NINE = "2026-11-23T09:00";
    private static final String TEN = "2026-11-23T10:00";

    private final Town town;
    private final Appointments appointments;
    private final TestClock clock;

    ChangeTests(Town town, Appointments appointments, TestClock clock) {
        this.town = town;
        this.appointments = appointments;
        this.clock = clock;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @Test
    void aMovedVisitIsTheSameElsewhere() {
        var place = town.place(1);
        var reason = town.reason();
        var visit = town.book(place, reason, NINE);

        var moved = done(move(owner(visit), visit, TEN, null));

        assertThat(moved.id()).isEqualTo(visit.id());
        assertThat(moved.start()).isEqualTo(at(TEN));
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(moved.version()).isEqualTo(visit.version() + 1);
        assertThat(appointments.history(owner(visit), visit.id()).orElseThrow())
                .extracting(AppointmentChange::what, AppointmentChange::fromStart, AppointmentChange::toStart)
                .containsExactly(tuple(What.BOOKED, null, at(NINE)), tuple(What.MOVED, at(NINE), at(TEN)));
        town.book(place, reason, NINE);
    }

    @Test
    void aVisitMayMoveOverItself() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(60, 0, 0, Duration.ZERO, 60), NINE);

        assertThat(done(move(owner(visit), visit, "2026-11-23T09:15", null)).start())
                .isEqualTo(at("2026-11-23T09:15"));
    }

    @Test
    void movingToWhereItIsChangesNothing() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(), NINE);

        assertThat(done(move(owner(visit), visit, NINE, null))).isEqualTo(visit);
    }

    @Test
    void aTakenSlotLeavesTheVisitWhereItWas() {
        var place = town.place(1);
        var reason = town.reason();
        var visit = town.book(place, reason, NINE);
        town.book(place, reason, TEN);

        assertThat(refused(move(owner(visit), visit, TEN, null))).isInstanceOf(SlotTaken.class);
        assertThat(appointments.find(owner(visit), visit.id())).contains(visit);
    }

    @Test
    void movingPassesTheSameGuard() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(30, 0, 0, Duration.ofDays(2), 60), NINE);

        assertThat(refused(move(place.manager(), visit, "2026-11-17T09:00", null)))
                .isInstanceOf(NoticeTooShort.class);
        assertThat(refused(move(place.manager(), visit, "2026-11-23T13:00", null)))
                .isInstanceOf(AppointmentRefusal.BranchClosed.class);
        assertThat(refused(move(place.manager(), visit, "2026-11-23T10:05", null)))
                .isInstanceOf(AppointmentRefusal.SlotOffGrid.class);
        assertThat(refused(move(place.manager(), visit, TEN, AdviserId.next()))).isInstanceOf(NotFound.class);
    }

    @Test
    void staffSayWhyTheyMoveAVisit() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(), NINE);

        for (var why : new String[] {null, " "}) {
            var wish = new MoveAppointment(visit.id(), visit.version(), at(TEN), null, why);
            assertThat(refused(appointments.move(place.manager(), wish))).isInstanceOf(ReasonMissing.class);
        }
        assertThat(done(move(place.manager(), visit, TEN, null)).start()).isEqualTo(at(TEN));
    }

    @Test
    void theOwnerMovesToAnotherTimeThanHisOtherVisit() {
        var place = town.place(2);
        var reason = town.reason();
        var marie = customer();
        var visit = town.book(marie, place, reason, NINE);
        town.book(marie, place, reason, TEN);

        assertThat(refused(move(marie, visit, "2026-11-23T10:15", null))).isInstanceOf(CustomerAlreadyBooked.class);
        assertThat(appointments.find(marie, visit.id())).contains(visit);
    }

    @Test
    void whoSawAnOlderVersionSeesTheNewOne() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(), NINE);
        var moved = done(move(owner(visit), visit, TEN, null));

        assertThat(refused(move(owner(visit), visit, "2026-11-23T11:00", null))).isEqualTo(new Stale(moved));
        assertThat(refused(cancel(owner(visit), visit, null))).isEqualTo(new Stale(moved));
    }

    @Test
    void whatIsNotOnesOwnDoesNotExist() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(), NINE);

        assertThat(refused(move(customer(), visit, TEN, null))).isInstanceOf(NotFound.class);
        assertThat(refused(cancel(customer(), visit, null))).isInstanceOf(NotFound.class);
        assertThat(refused(cancel(town.place(1).manager(), visit, "why"))).isInstanceOf(NotFound.class);
        assertThat(appointments.history(customer(), visit.id())).isEmpty();
    }

    @Test
    void customersChangeUntilTwoHoursBefore() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(), NINE);
        var marie = owner(visit);
        var limit = at("2026-11-23T07:00");

        clock.set(limit.plusNanos(1000));
        assertThat(refused(move(marie, visit, TEN, null))).isEqualTo(new TooLateToChange(limit));
        assertThat(refused(cancel(marie, visit, null))).isEqualTo(new TooLateToChange(limit));
        assertThat(appointments.allowed(marie, visit)).isEmpty();

        clock.set(limit);
        assertThat(appointments.allowed(marie, visit)).containsExactlyInAnyOrder(MOVE, CANCEL);
        done(cancel(marie, visit, null));
    }

    @Test
    void staffCancelAtAnyTimeAndSayWhy() {
        var place = town.place(1);
        var reason = town.reason();
        var visit = town.book(place, reason, NINE);
        clock.set(at("2026-11-23T08:59"));

        assertThat(refused(cancel(place.manager(), visit, null))).isInstanceOf(ReasonMissing.class);
        assertThat(refused(cancel(place.manager(), visit, "  "))).isInstanceOf(ReasonMissing.class);
        var cancelled = done(cancel(place.manager(), visit, "Fermeture exceptionnelle"));

        assertThat(cancelled.status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(cancelled.sequence()).isEqualTo(1);
        assertThat(appointments
                        .history(owner(visit), visit.id())
                        .orElseThrow()
                        .getLast()
                        .reason())
                .isEqualTo("Fermeture exceptionnelle");
        assertThat(refused(cancel(place.manager(), cancelled, "again")))
                .isEqualTo(new NotAllowedInStatus(AppointmentStatus.CANCELLED));
        town.book(place, reason, NINE);
    }

    @Test
    void theDayOfAVisit() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(), NINE);
        var david = place.manager();

        assertThat(refused(note(david, visit, CHECK_IN))).isEqualTo(new TooEarly(at("2026-11-23T00:00")));
        clock.set(at("2026-11-23T08:50"));
        assertThat(appointments.allowed(david, visit))
                .containsExactlyInAnyOrder(MOVE, CANCEL, REASSIGN, CHECK_IN, START);
        var here = done(note(david, visit, CHECK_IN));
        assertThat(refused(note(david, here, FINISH))).isEqualTo(new NotAllowedInStatus(AppointmentStatus.CHECKED_IN));
        assertThat(refused(note(david, here, NO_SHOW))).isInstanceOf(NotAllowedInStatus.class);
        var begun = done(note(david, here, START));
        assertThat(appointments.allowed(david, begun)).containsExactly(FINISH);
        var over = done(note(david, begun, FINISH));
        assertThat(over.status()).isEqualTo(AppointmentStatus.FINISHED);
        assertThat(over.sequence()).as("nothing for calendars").isZero();
        assertThat(appointments.allowed(david, over)).isEmpty();
        assertThat(appointments.history(david, visit.id()).orElseThrow())
                .extracting(AppointmentChange::what)
                .containsExactly(What.BOOKED, What.CHECKED_IN, What.STARTED, What.FINISHED);
    }

    @Test
    void nobodyFailsToComeBeforeTheStart() {
        var place = town.place(1);
        var visit = town.book(place, town.reason(), NINE);
        clock.set(at(NINE).minusNanos(1000));
        assertThat(refused(note(place.manager(), visit, NO_SHOW))).isEqualTo(new TooEarly(at(NINE)));

        clock.set(at(NINE));
        assertThat(done(note(place.manager(), visit, NO_SHOW)).status()).isEqualTo(AppointmentStatus.NO_SHOW);
    }

    @Test
    void anotherAdviserReceivesAtTheSameTime() {
        var place = town.place(2);
        var reason = town.reason(30, 0, 0, Duration.ofDays(2), 60);
        var visit = town.book(customer(), place, 0, reason, NINE);
        // Long past the notice: the sick adviser's visits are given away all the same.
        clock.set(at("2026-11-23T08:30"));

        var given = done(reassign(place, visit, 1));

        assertThat(given.adviser()).isEqualTo(place.adviser(1));
        assertThat(given.start()).isEqualTo(visit.start());
        assertThat(given.sequence()).isEqualTo(1);
        assertThat(done(reassign(place, given, 1))).as("is already").isEqualTo(given);
    }

    @Test
    void whoeverIsBusyAbsentOrUnskilledReceivesNobodyElse() {
        var place = town.place(SampleNetwork.branch(
                SampleNetwork.adviser("A", "LOAN"),
                SampleNetwork.adviser("B", "LOAN"),
                SampleNetwork.adviser("C", "LOAN"),
                SampleNetwork.adviser("D")));
        var reason = town.reason(30, 0, 0, Duration.ZERO, 60, "LOAN");
        var visit = town.book(customer(), place, 0, reason, NINE);
        town.book(customer(), place, 1, reason, NINE);
        town.administration()
                .recordAbsence(
                        SampleNetwork.SYSTEM,
                        place.adviser(2),
                        SampleNetwork.span("2026-11-23T08:00", "2026-11-23T12:00"),
                        AbsenceKind.PLANNED)
                .orThrow();

        assertThat(refused(reassign(place, visit, 1))).isInstanceOf(SlotTaken.class);
        assertThat(refused(reassign(place, visit, 2))).isInstanceOf(AdviserAbsent.class);
        assertThat(refused(reassign(place, visit, 3))).isInstanceOf(AppointmentRefusal.AdviserNotQualified.class);
    }

    private Outcome<Appointment, AppointmentRefusal> move(
            Actor actor, Appointment visit, String start, @Nullable AdviserId adviser) {
        var why = actor instanceof Actor.StaffActor ? "Formation de la conseillère" : null;
        return appointments.move(actor, new MoveAppointment(visit.id(), visit.version(), at(start), adviser, why));
    }

    private Outcome<Appointment, AppointmentRefusal> cancel(Actor actor, Appointment visit, @Nullable String why) {
        return appointments.cancel(actor, new CancelAppointment(visit.id(), visit.version(), why));
    }

    private Outcome<Appointment, AppointmentRefusal> reassign(Town.Place place, Appointment visit, int adviser) {
        return appointments.reassign(
                place.manager(), new ReassignAppointment(visit.id(), visit.version(), place.adviser(adviser), null));
    }

    private Outcome<Appointment, AppointmentRefusal> note(
            Actor.StaffActor staff, Appointment visit, AppointmentAction action) {
        return appointments.note(staff, visit.id(), visit.version(), action);
    }
}
