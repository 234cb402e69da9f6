package fr.guichet.appointments;

import static fr.guichet.appointments.Town.at;
import static fr.guichet.appointments.Town.customer;
import static fr.guichet.appointments.Town.done;
import static fr.guichet.appointments.Town.owner;
import static fr.guichet.appointments.Town.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.appointments.AppointmentRefusal.AlreadyWaiting;
import fr.guichet.appointments.AppointmentRefusal.NotFound;
import fr.guichet.appointments.AppointmentRefusal.OfferGone;
import fr.guichet.appointments.AppointmentRefusal.SlotTaken;
import fr.guichet.appointments.AppointmentRefusal.StaleEntry;
import fr.guichet.appointments.AppointmentRefusal.TooLateToChange;
import fr.guichet.appointments.application.LapseHolds;
import fr.guichet.appointments.application.OfferSlots;
import fr.guichet.appointments.events.SlotFreed;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes free is offered to whoever waits, first come, first served. */
@AppointmentsTest
class WaitingListTests {

    private static final String NINE = "2026-11-23T09:00";
    private static final String LATER = "2026-11-25T15:00";

    private final Town town;
    private final Appointments appointments;
    private final WaitingList waiting;
    private final OfferSlots offers;
    private final LapseHolds lapsing;
    private final TestClock clock;

    WaitingListTests(
            Town town,
            Appointments appointments,
            WaitingList waiting,
            OfferSlots offers,
            LapseHolds lapsing,
            TestClock clock) {
        this.town = town;
        this.appointments = appointments;
        this.waiting = waiting;
        this.offers = offers;
        this.lapsing = lapsing;
        this.clock = clock;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @Test
    void aCancelledVisitIsOfferedAndTaken() {
        var place = town.place(1);
        var reason = town.reason();
        var early = town.book(place, reason, NINE);
        var pierre = customer();
        var visit = town.book(pierre, place, reason, LATER);
        var entry = done(join(pierre, visit));
        assertThat(waiting.of(pierre)).containsExactly(entry);
        assertThat(entry.status()).isEqualTo(WaitingEntry.Status.WAITING);

        cancel(early);

        var offered = awaitOffer(pierre);
        var offer = offer(offered);
        assertThat(offer.start()).isEqualTo(at(NINE));
        assertThat(offer.until()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(refused(appointments.book(
                        owner(early), new BookAppointment(early.customer(), place.branch(), reason, at(NINE), null))))
                .as("kept for Pierre")
                .isInstanceOf(SlotTaken.class);

        assertThat(refused(waiting.accept(pierre, entry.id(), entry.version()))).isInstanceOf(StaleEntry.class);
        assertThat(refused(waiting.accept(customer(), entry.id(), offered.version())))
                .isInstanceOf(NotFound.class);
        var moved = done(waiting.accept(pierre, entry.id(), offered.version()));
        assertThat(moved.id()).isEqualTo(visit.id());
        assertThat(moved.start()).isEqualTo(at(NINE));
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(waiting.of(pierre)).isEmpty();
        assertThat(done(waiting.accept(pierre, entry.id(), offered.version())))
                .as("again")
                .isEqualTo(moved);
        town.book(place, reason, LATER);
        assertThat(town.overlaps()).isZero();
    }

    @Test
    void whoeverJoinedFirstIsOfferedFirstAndThenTheNext() {
        var place = town.place(1);
        var reason = town.reason();
        var early = town.book(place, reason, NINE);
        var first = waitingCustomer(place, reason, LATER);
        clock.forward(Duration.ofMinutes(1));
        var second = waitingCustomer(place, reason, "2026-11-24T15:00");

        cancel(early);
        var entry = awaitOffer(first);
        assertThat(entry(second).offer()).isNull();

        var declined = done(waiting.decline(first, entry.id()));
        assertThat(declined.status()).isEqualTo(WaitingEntry.Status.WAITING);
        assertThat(declined.passedOver()).containsExactly(at(NINE));
        assertThat(offer(awaitOffer(second)).start()).isEqualTo(at(NINE));
        assertThat(refused(waiting.decline(first, entry.id()))).isInstanceOf(OfferGone.class);
    }

    @Test
    void anOfferThatRunsOutGoesToTheNext() {
        var place = town.place(1);
        var reason = town.reason();
        var early = town.book(place, reason, NINE);
        var first = waitingCustomer(place, reason, LATER);
        clock.forward(Duration.ofMinutes(1));
        var second = waitingCustomer(place, reason, "2026-11-24T15:00");
        cancel(early);
        var offered = awaitOffer(first);

        clock.set(offer(offered).until());
        assertThat(entry(first).status()).as("at once").isEqualTo(WaitingEntry.Status.WAITING);
        assertThat(entry(first).offer()).isNull();
        assertThat(refused(waiting.accept(first, offered.id(), offered.version())))
                .isInstanceOf(OfferGone.class);
        lapsing.run();

        awaitOffer(second);
        assertThat(entry(first).status()).isEqualTo(WaitingEntry.Status.WAITING);
        assertThat(entry(first).passedOver()).containsExactly(at(NINE));
    }

    @Test
    void wishesAreKept() {
        var place = town.place(1);
        var reason = town.reason();
        var morning = town.book(place, reason, NINE);
        var afternoon = town.book(place, reason, "2026-11-23T14:00");
        var tuesday = town.book(place, reason, "2026-11-24T14:00");
        var pierre = customer();
        var visit = town.book(pierre, place, reason, LATER);
        done(waiting.join(
                pierre, new JoinWaitingList(visit.id(), LocalDate.parse("2026-11-24"), null, PartOfDay.AFTERNOON)));

        offers.offer(freed(morning));
        cancel(morning);
        offers.offer(freed(afternoon));
        cancel(afternoon);
        assertThat(entry(pierre).offer()).isNull();
        cancel(tuesday);

        assertThat(offer(awaitOffer(pierre)).start()).isEqualTo(at("2026-11-24T14:00"));
    }

    @Test
    void aLaterSlotIsNoOffer() {
        var place = town.place(1);
        var reason = town.reason();
        var late = town.book(place, reason, "2026-11-26T09:00");
        var pierre = waitingCustomer(place, reason, LATER);

        done(appointments.cancel(owner(late), new CancelAppointment(late.id(), late.version(), null)));
        offers.offer(freed(late));

        assertThat(entry(pierre).status()).isEqualTo(WaitingEntry.Status.WAITING);
    }

    @Test
    void aLongerVisitIsOfferedWhereItFits() {
        var place = town.place(1);
        var halfHour = town.reason();
        var hour = town.reason(60, 0, 0, Duration.ZERO, 60);
        var early = town.book(place, halfHour, "2026-11-23T09:30");
        town.book(place, halfHour, "2026-11-23T10:00");
        var pierre = waitingCustomer(place, hour, LATER);

        cancel(early);

        assertThat(offer(awaitOffer(pierre)).start()).isEqualTo(at(NINE));
    }

    @Test
    void hoursThatComeBackAreOffered() {
        var place = town.place(1);
        var reason = town.reason();
        for (var day : List.of("16", "17", "18", "19", "20", "23", "24")) {
            town.administration()
                    .recordAbsence(
                            SampleNetwork.SYSTEM,
                            place.adviser(0),
                            SampleNetwork.span("2026-11-" + day + "T07:00", "2026-11-" + day + "T20:00"),
                            AbsenceKind.PLANNED)
                    .orThrow();
        }
        town.book(place, reason, "2026-11-25T09:00");
        var pierre = waitingCustomer(place, reason, "2026-11-25T09:30");

        town.administration()
                .setDay(
                        SampleNetwork.SYSTEM,
                        place.adviser(0),
                        LocalDate.parse("2026-11-25"),
                        SampleNetwork.hours("08:30-17:30"))
                .orThrow();
        town.administration()
                .createAdviser(SampleNetwork.SYSTEM, place.branch(), SampleNetwork.adviser("New"))
                .orThrow();

        assertThat(offer(awaitOffer(pierre)).adviser()).isNotEqualTo(place.adviser(0));
    }

    @Test
    void oneEntryForEachVisitThatCanStillMove() {
        var place = town.place(1);
        var reason = town.reason();
        var pierre = waitingCustomer(place, reason, LATER);
        var visit = appointments.upcoming(pierre, null, 10).getFirst();

        assertThat(refused(join(pierre, visit))).isInstanceOf(AlreadyWaiting.class);
        assertThat(refused(join(customer(), visit))).isInstanceOf(NotFound.class);
        clock.set(at("2026-11-25T13:30"));
        var other = town.book(customer(), place, reason, "2026-11-25T14:30");
        assertThat(refused(join(owner(other), other))).isInstanceOf(TooLateToChange.class);
    }

    @Test
    void waitingEndsWhenTheVisitMovesOrIsCancelled() {
        var place = town.place(1);
        var reason = town.reason();
        var early = town.book(place, reason, NINE);
        var pierre = waitingCustomer(place, reason, LATER);
        cancel(early);
        awaitOffer(pierre);
        var visit = appointments.upcoming(pierre, null, 10).getFirst();

        var moved = done(appointments.move(
                pierre, new MoveAppointment(visit.id(), visit.version(), at("2026-11-24T09:00"), null, null)));
        assertThat(waiting.of(pierre)).isEmpty();
        town.book(place, reason, NINE);

        done(join(pierre, moved));
        done(appointments.cancel(pierre, new CancelAppointment(moved.id(), moved.version(), null)));
        assertThat(waiting.of(pierre)).isEmpty();
    }

    @Test
    void waitingEndsWhenTheVisitBegins() {
        var place = town.place(1);
        var reason = town.reason();
        var pierre = waitingCustomer(place, reason, LATER);

        clock.set(at(LATER).minusSeconds(1));
        lapsing.run();
        assertThat(waiting.of(pierre)).hasSize(1);
        clock.set(at(LATER));
        lapsing.run();

        assertThat(waiting.of(pierre)).isEmpty();
    }

    @Test
    void movingStraightToTheSlotOfferedIsPossible() {
        var place = town.place(1);
        var reason = town.reason();
        var early = town.book(place, reason, NINE);
        var pierre = waitingCustomer(place, reason, LATER);
        cancel(early);
        awaitOffer(pierre);
        var visit = appointments.upcoming(pierre, null, 10).getFirst();

        assertThat(done(appointments.move(
                                pierre, new MoveAppointment(visit.id(), visit.version(), at(NINE), null, null)))
                        .start())
                .isEqualTo(at(NINE));
        assertThat(waiting.of(pierre)).isEmpty();
    }

    @Test
    void anOfferLeftByMovingElsewhereGoesToTheNext() {
        var place = town.place(1);
        var reason = town.reason();
        var early = town.book(place, reason, NINE);
        var pierre = waitingCustomer(place, reason, LATER);
        clock.forward(Duration.ofMinutes(1));
        var second = waitingCustomer(place, reason, "2026-11-25T14:00");
        cancel(early);
        awaitOffer(pierre);
        var visit = appointments.upcoming(pierre, null, 10).getFirst();

        done(appointments.move(
                pierre, new MoveAppointment(visit.id(), visit.version(), at("2026-11-26T09:00"), null, null)));

        assertThat(offer(awaitOffer(second)).start()).isEqualTo(at(NINE));
    }

    @Test
    void whoeverLeavesGivesTheOfferBack() {
        var place = town.place(1);
        var reason = town.reason();
        var early = town.book(place, reason, NINE);
        var pierre = waitingCustomer(place, reason, LATER);
        cancel(early);
        var entry = awaitOffer(pierre);

        done(waiting.leave(pierre, entry.id()));

        assertThat(refused(waiting.leave(pierre, entry.id()))).isInstanceOf(NotFound.class);
        town.book(place, reason, NINE);
    }

    @Test
    void oneSlotIsOfferedToOneHoweverOftenItIsAnnounced() throws Exception {
        var place = town.place(1);
        var reason = town.reason();
        var early = town.book(place, reason, NINE);
        var people = IntStream.range(0, 6)
                .mapToObj(
                        i -> waitingCustomer(place, reason, "2026-11-25T%02d:%02d".formatted(14 + i / 2, 30 * (i % 2))))
                .toList();
        cancel(early);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = IntStream.range(0, 16)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> offers.offer(freed(early))))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }

        assertThat(people).filteredOn(person -> entry(person).offer() != null).hasSize(1);
        assertThat(entry(people.getFirst()).offer()).isNotNull();
        assertThat(town.overlaps()).isZero();
    }

    private Outcome<WaitingEntry, AppointmentRefusal> join(CustomerActor customer, Appointment visit) {
        return waiting.join(customer, new JoinWaitingList(visit.id(), null, null, null));
    }

    private CustomerActor waitingCustomer(Town.Place place, ReasonId reason, String start) {
        var customer = customer();
        done(join(customer, town.book(customer, place, reason, start)));
        return customer;
    }

    private void cancel(Appointment visit) {
        done(appointments.cancel(owner(visit), new CancelAppointment(visit.id(), visit.version(), null)));
    }

    private WaitingEntry entry(CustomerActor customer) {
        return waiting.of(customer).getFirst();
    }

    private WaitingEntry awaitOffer(CustomerActor customer) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> entry(customer), entry -> entry.offer() != null);
    }

    private static WaitingEntry.Offer offer(WaitingEntry entry) {
        WaitingEntry.@Nullable Offer offer = entry.offer();
        assertThat(offer).isNotNull();
        return Objects.requireNonNull(offer);
    }

    private static SlotFreed freed(Appointment visit) {
        return new SlotFreed(
                visit.branch().value(), visit.adviser().value(), visit.start(), visit.blockedFrom(), visit.blockedTo());
    }
}
