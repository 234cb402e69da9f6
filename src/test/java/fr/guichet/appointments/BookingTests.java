package fr.guichet.appointments;

import static fr.guichet.appointments.Town.at;
import static fr.guichet.appointments.Town.customer;
import static fr.guichet.appointments.Town.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.AppointmentRefusal.CustomerAlreadyBooked;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.SlotTaken;
import fr.guichet.branches.ReasonId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Booking without a hold. */
@AppointmentsTest
class BookingTests {

    private static final String NINE = "2026-11-23T09:00";

    private final Town town;
    private final Appointments appointments;
    private final TestClock clock;

    BookingTests(Town town, Appointments appointments, TestClock clock) {
        this.town = town;
        this.appointments = appointments;
        this.clock = clock;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @Test
    void aBookedVisitIsThereAsItWasAsked() {
        var place = town.place(1);
        var reason = town.reason(30, 5, 10, Duration.ZERO, 60);
        var marie = customer();

        var booked = town.book(marie, place, reason, NINE);

        assertThat(booked.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(booked.start()).isEqualTo(at(NINE));
        assertThat(booked.end()).isEqualTo(at("2026-11-23T09:30"));
        assertThat(booked.blockedFrom()).isEqualTo(at("2026-11-23T08:55"));
        assertThat(booked.blockedTo()).isEqualTo(at("2026-11-23T09:40"));
        assertThat(booked.adviser()).isEqualTo(place.adviser(0));
        assertThat(appointments.find(marie, booked.id())).contains(booked);
        assertThat(appointments.history(marie, booked.id()).orElseThrow())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.what()).isEqualTo(AppointmentChange.What.BOOKED);
                    assertThat(change.by()).isEqualTo(AppointmentChange.By.CUSTOMER);
                    assertThat(change.account()).isEqualTo(marie.account());
                    assertThat(change.toStart()).isEqualTo(at(NINE));
                });
        assertThat(appointments.find(customer(), booked.id())).isEmpty();
        assertThat(appointments.find(town.place(1).manager(), booked.id())).isEmpty();
        assertThat(appointments.find(place.manager(), booked.id())).contains(booked);
    }

    @Test
    void theLastSlotGoesOnceAndTheOtherHearsOfTheNearest() {
        var place = town.place(1);
        var reason = town.reason();
        town.book(place, reason, NINE);

        var refusal = refused(book(place, reason, NINE, null));

        assertThat(refusal).isInstanceOfSatisfying(SlotTaken.class, taken -> assertThat(taken.nearest())
                .extracting(Slot::start)
                .containsExactly(
                        at("2026-11-23T09:30"),
                        at("2026-11-23T09:45"),
                        at("2026-11-23T10:00"),
                        at("2026-11-23T10:15"),
                        at("2026-11-23T10:30"),
                        at("2026-11-23T10:45")));
    }

    @Test
    void anyAdviserFallsThroughToWhoeverIsFree() {
        var place = town.place(3);
        var reason = town.reason();

        var advisers = IntStream.range(0, 3)
                .mapToObj(i -> town.book(place, reason, NINE).adviser())
                .toList();

        assertThat(advisers).containsExactlyInAnyOrderElementsOf(place.advisers());
        assertThat(refused(book(place, reason, NINE, null))).isInstanceOf(SlotTaken.class);
    }

    @Test
    void anyAdviserIsTheOneWithTheLightestDay() {
        var place = town.place(2);
        var reason = town.reason();
        var first = town.book(place, reason, "2026-11-23T15:00").adviser();

        assertThat(town.book(place, reason, NINE).adviser()).isNotEqualTo(first);
    }

    @Test
    void aCustomerIsNotInTwoPlacesAtOnce() {
        var place = town.place(2);
        var reason = town.reason();
        var marie = customer();
        town.book(marie, place, reason, NINE);

        assertThat(refused(book(marie, place, reason, "2026-11-23T09:15"))).isInstanceOf(CustomerAlreadyBooked.class);
        assertThat(refused(book(marie, town.place(1), reason, NINE))).isInstanceOf(CustomerAlreadyBooked.class);
        town.book(marie, place, reason, "2026-11-23T09:30");
    }

    @Test
    void askingTwiceIsBookingOnce() {
        var place = town.place(2);
        var reason = town.reason();
        var marie = customer();

        var first = town.book(marie, place, reason, NINE);
        var second = town.book(marie, place, reason, NINE);

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void whatIsNotThereCannotBeBooked() {
        var place = town.place(1);
        var reason = town.reason();

        assertThat(refused(book(new Town.Place(BranchId.next(), place.advisers()), reason, NINE, null)))
                .isInstanceOf(NotFound.class);
        assertThat(refused(book(place, new ReasonId(UUID.randomUUID()), NINE, null)))
                .isInstanceOf(NotFound.class);
    }

    private Outcome<Appointment, AppointmentRefusal> book(
            CustomerActor customer, Town.Place place, ReasonId reason, String start) {
        return appointments.book(
                customer, new BookAppointment(customer.customer(), place.branch(), reason, at(start), null));
    }

    private Outcome<Appointment, AppointmentRefusal> book(
            Town.Place place, ReasonId reason, String start, @Nullable AdviserId adviser) {
        var customer = customer();
        return appointments.book(
                customer, new BookAppointment(customer.customer(), place.branch(), reason, at(start), adviser));
    }
}
