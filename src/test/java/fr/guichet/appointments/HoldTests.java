package fr.guichet.appointments;

import static fr.guichet.appointments.Town.at;
import static fr.guichet.appointments.Town.customer;
import static fr.guichet.appointments.Town.done;
import static fr.guichet.appointments.Town.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.AppointmentRefusal.AdviserAbsent;
import fr.guichet.appointments.AppointmentRefusal.CustomerAlreadyBooked;
import fr.guichet.appointments.AppointmentRefusal.HoldExpired;
import fr.guichet.appointments.AppointmentRefusal.HoldNotFound;
import fr.guichet.appointments.AppointmentRefusal.NoticeTooShort;
import fr.guichet.appointments.AppointmentRefusal.SlotTaken;
import fr.guichet.appointments.application.LapseHolds;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold lasts ten minutes, belongs to one customer, and is one per customer. */
@AppointmentsTest
class HoldTests {

    private static final String NINE = "2026-11-23T09:00";
    private static final Duration LENGTH = Duration.ofMinutes(10);

    private final Town town;
    private final Appointments appointments;
    private final TestClock clock;
    private final LapseHolds lapsing;

    HoldTests(Town town, Appointments appointments, TestClock clock, LapseHolds lapsing) {
        this.town = town;
        this.appointments = appointments;
        this.clock = clock;
        this.lapsing = lapsing;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @Test
    void aHoldKeepsTheSlotAndBecomesTheAppointment() {
        var place = town.place(1);
        var reason = town.reason();
        var marie = customer();

        var hold = done(hold(marie, place, reason, NINE));
        assertThat(hold.heldUntil()).isEqualTo(clock.instant().plus(LENGTH));
        assertThat(refused(hold(customer(), place, reason, NINE))).isInstanceOf(SlotTaken.class);
        assertThat(appointments.find(marie, hold.id()))
                .as("not an appointment yet")
                .isEmpty();

        var booked = done(appointments.book(marie, hold.id()));
        assertThat(booked.id()).isEqualTo(hold.id());
        assertThat(booked.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(booked.heldUntil()).isNull();
        assertThat(appointments.find(marie, hold.id())).contains(booked);
        assertThat(done(appointments.book(marie, hold.id()))).as("asked again").isEqualTo(booked);
    }

    @Test
    void askingAgainForTheSameSlotIsTheSameHold() {
        var place = town.place(2);
        var reason = town.reason();
        var marie = customer();

        var first = done(hold(marie, place, reason, NINE));
        clock.forward(Duration.ofMinutes(3));

        assertThat(done(hold(marie, place, reason, NINE))).isEqualTo(first);
    }

    @Test
    void anotherSlotTakesThePlaceOfTheFirst() {
        var place = town.place(1);
        var reason = town.reason();
        var marie = customer();
        var first = done(hold(marie, place, reason, NINE));

        var second = done(hold(marie, place, reason, "2026-11-23T09:15"));

        assertThat(refused(appointments.book(marie, first.id()))).isInstanceOf(HoldNotFound.class);
        assertThat(holds(marie)).isEqualTo(1);
        assertThat(done(appointments.book(marie, second.id())).start()).isEqualTo(at("2026-11-23T09:15"));
    }

    @Test
    void theFirstHoldStaysWhenTheSecondCannotBeHad() {
        var place = town.place(1);
        var reason = town.reason();
        var marie = customer();
        town.book(place, reason, "2026-11-23T10:00");
        var first = done(hold(marie, place, reason, NINE));

        assertThat(refused(hold(marie, place, reason, "2026-11-23T10:00"))).isInstanceOf(SlotTaken.class);

        assertThat(done(appointments.book(marie, first.id())).id()).isEqualTo(first.id());
    }

    @Test
    void aHoldThatRanOutFreesTheSlotToTheInstant() {
        var place = town.place(1);
        var reason = town.reason();
        done(hold(customer(), place, reason, NINE));

        clock.forward(LENGTH.minusNanos(1000));
        assertThat(isOffered(place, reason, NINE)).isFalse();
        assertThat(refused(hold(customer(), place, reason, NINE))).isInstanceOf(SlotTaken.class);

        clock.forward(Duration.ofNanos(1000));
        assertThat(isOffered(place, reason, NINE)).isTrue();
        var pierre = customer();
        done(hold(pierre, place, reason, NINE));
        assertThat(holds(pierre)).isEqualTo(1);
    }

    @Test
    void bookingFindsTheRowOfAHoldThatRanOutOutOfTheWay() {
        var place = town.place(1);
        var reason = town.reason();
        var marie = customer();
        var hold = done(hold(marie, place, reason, NINE));
        clock.forward(LENGTH);

        town.book(place, reason, "2026-11-23T09:15");

        var refusal = refused(appointments.book(marie, hold.id()));
        assertThat(refusal).isInstanceOfSatisfying(HoldExpired.class, expired -> assertThat(expired.nearest())
                .isNotEmpty());
    }

    @Test
    void whoeverIsLateHasTheSlotIfNobodyTookIt() {
        var place = town.place(1);
        var reason = town.reason();
        var marie = customer();
        var pierre = customer();
        var hold = done(hold(marie, place, reason, NINE));
        var swept = done(hold(pierre, place, reason, "2026-11-23T10:00"));
        clock.forward(LENGTH);

        assertThat(done(appointments.book(marie, hold.id())).id()).isEqualTo(hold.id());
        lapsing.run();
        assertThat(done(appointments.book(pierre, swept.id())).id()).isEqualTo(swept.id());
    }

    @Test
    void lapsedHoldsAreForgottenAfterADay() {
        var place = town.place(1);
        var marie = customer();
        var hold = done(hold(marie, place, town.reason(), NINE));
        clock.forward(Duration.ofDays(2));

        lapsing.run();

        assertThat(refused(appointments.book(marie, hold.id()))).isInstanceOf(HoldNotFound.class);
    }

    @Test
    void aHoldIsAPromiseWhateverTheNoticeSinceThen() {
        var place = town.place(1);
        var reason = town.reason(30, 0, 0, Duration.ofHours(2), 60);
        clock.set(at("2026-11-23T09:59"));
        var marie = customer();
        var pierre = customer();
        var hold = done(hold(marie, place, reason, "2026-11-23T12:00"));

        clock.set(at("2026-11-23T10:05"));
        assertThat(refused(hold(pierre, town.place(1), reason, "2026-11-23T12:00")))
                .isInstanceOf(NoticeTooShort.class);
        done(appointments.book(marie, hold.id()));
    }

    @Test
    void aHoldIsNoPromiseAgainstIllness() {
        var place = town.place(1);
        var reason = town.reason();
        var marie = customer();
        var hold = done(hold(marie, place, reason, NINE));
        town.administration()
                .recordAbsence(
                        SampleNetwork.SYSTEM,
                        place.adviser(0),
                        SampleNetwork.span("2026-11-23T08:00", "2026-11-23T12:00"),
                        AbsenceKind.UNPLANNED)
                .orThrow();

        assertThat(refused(appointments.book(marie, hold.id()))).isInstanceOf(AdviserAbsent.class);
    }

    @Test
    void holdsAreTheirOwnersAlone() {
        var place = town.place(1);
        var marie = customer();
        var hold = done(hold(marie, place, town.reason(), NINE));

        assertThat(refused(appointments.book(customer(), hold.id()))).isInstanceOf(HoldNotFound.class);
        assertThat(refused(appointments.release(customer(), hold.id()))).isInstanceOf(HoldNotFound.class);
        assertThat(refused(appointments.book(marie, AppointmentId.next()))).isInstanceOf(HoldNotFound.class);
    }

    @Test
    void aReleasedHoldIsGone() {
        var place = town.place(1);
        var reason = town.reason();
        var marie = customer();
        var hold = done(hold(marie, place, reason, NINE));

        done(appointments.release(marie, hold.id()));

        assertThat(isOffered(place, reason, NINE)).isTrue();
        assertThat(refused(appointments.book(marie, hold.id()))).isInstanceOf(HoldNotFound.class);
    }

    @Test
    void nobodyHoldsASlotDuringAnotherVisitOfHis() {
        var place = town.place(2);
        var reason = town.reason();
        var marie = customer();
        town.book(marie, place, reason, NINE);

        assertThat(refused(hold(marie, place, reason, "2026-11-23T09:15"))).isInstanceOf(CustomerAlreadyBooked.class);
    }

    @Test
    void aVisitBookedMeanwhileStandsInTheWayOfTheHold() {
        var place = town.place(2);
        var reason = town.reason();
        var marie = customer();
        var hold = done(hold(marie, place, reason, NINE));
        town.book(marie, place, reason, "2026-11-23T09:15");

        assertThat(refused(appointments.book(marie, hold.id()))).isInstanceOf(CustomerAlreadyBooked.class);
    }

    @Test
    void bookingStraightAwayTakesOnesOwnHold() {
        var place = town.place(2);
        var reason = town.reason();
        var marie = customer();
        var hold = done(hold(marie, place, reason, NINE));

        assertThat(town.book(marie, place, reason, NINE).id()).isEqualTo(hold.id());
    }

    private Outcome<Appointment, AppointmentRefusal> hold(
            CustomerActor customer, Town.Place place, ReasonId reason, String start) {
        return appointments.hold(customer, new HoldSlot(place.branch(), reason, at(start), null));
    }

    private long holds(CustomerActor customer) {
        return town.jdbc()
                .sql("select count(*) from appointments.appointment where customer_id = :id and status = 'HELD'")
                .param("id", customer.customer().value())
                .query(Long.class)
                .single();
    }

    private boolean isOffered(Town.Place place, ReasonId reason, String start) {
        Instant wanted = at(start);
        var day = wanted.atZone(SampleNetwork.PARIS).toLocalDate();
        return done(appointments.freeSlots(new SlotSearch(place.branch(), reason, day, day, null)))
                .days()
                .getFirst()
                .slots()
                .stream()
                .anyMatch(slot -> slot.start().equals(wanted));
    }
}
