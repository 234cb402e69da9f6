package fr.guichet.appointments;

import static fr.guichet.appointments.Town.at;
import static fr.guichet.appointments.Town.customer;
import static fr.guichet.appointments.Town.done;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.ReasonId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Outcome;
import fr.guichet.testing.Instances;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Many at once, by every entrance, on two instances: no overlap, and no error other than a refusal. */
@AppointmentsTest
@TestPropertySource(properties = RaceTests.PATIENCE)
class RaceTests {

    /** Sixty-four at once wait for a connection instead of being told to come back: the race is for slots, not for the pool. */
    static final String PATIENCE = "spring.datasource.hikari.connection-timeout=60000";

    private static final int CLIENTS = 64;
    private static final String NINE = "2026-11-23T09:00";

    private final Town town;
    private final Appointments appointments;
    private final TestClock clock;
    private final ConfigurableApplicationContext context;

    RaceTests(Town town, Appointments appointments, TestClock clock, ConfigurableApplicationContext context) {
        this.town = town;
        this.appointments = appointments;
        this.clock = clock;
        this.context = context;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @Test
    void everyEntranceOnTwoInstances() throws Exception {
        var place = town.place(5);
        var reasons = List.of(
                town.reason(30, 0, 0, Duration.ZERO, 60),
                town.reason(45, 10, 5, Duration.ZERO, 60),
                town.reason(20, 0, 15, Duration.ZERO, 60));
        try (var second = Instances.on(
                context.getEnvironment().getRequiredProperty("spring.datasource.url"),
                List.of("--" + PATIENCE),
                AppointmentsTest.Time.class)) {
            var instances = List.of(appointments, second.getBean(Appointments.class));
            var refusals = new ConcurrentLinkedQueue<Class<?>>();
            var done = together(IntStream.range(0, CLIENTS)
                    .mapToObj(number -> (Callable<Integer>)
                            () -> new Visitor(instances.get(number % 2), place, reasons, new Random(number), refusals)
                                    .live(25))
                    .toList());

            assertThat(done.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(100);
            assertThat(refusals).contains(AppointmentRefusal.SlotTaken.class);
        }
        assertThat(town.overlaps()).isZero();
        assertThat(town.jdbc().sql("""
                                select count(*) from appointments.appointment a
                                where status not in ('HELD', 'OFFERED', 'LAPSED') and version + 1 < (
                                    select count(*) from appointments.appointment_change c where c.appointment_id = a.id)
                                """).query(Long.class).single())
                .as("a line of history for each change, and no more")
                .isZero();
    }

    @Test
    void theLastSlotGoesToOne() throws Exception {
        var place = town.place(1);
        var reason = town.reason();
        for (var day : List.of("23", "24", "25", "26", "27")) {
            var start = at("2026-11-" + day + "T09:00");
            var won = together(IntStream.range(0, CLIENTS)
                    .mapToObj(number -> (Callable<Boolean>) () -> take(place, reason, start, number))
                    .toList());
            assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        }
        assertThat(town.overlaps()).isZero();
    }

    @Test
    void impatientCustomersBookOnce() throws Exception {
        var place = town.place(5);
        var reason = town.reason();
        for (int i = 0; i < 20; i++) {
            var marie = customer();
            var ids = together(java.util.Collections.nCopies(8, (Callable<AppointmentId>) () -> done(appointments.book(
                            marie,
                            new BookAppointment(
                                    marie.customer(), place.branch(), reason, at("2026-11-23T15:00"), null)))
                    .id()));
            assertThat(ids).containsOnly(ids.getFirst());
            var visit = appointments.find(marie, ids.getFirst()).orElseThrow();
            done(appointments.cancel(marie, new CancelAppointment(visit.id(), visit.version(), null)));
        }
    }

    @Test
    void impatientCustomersHoldOnce() throws Exception {
        var place = town.place(5);
        var reason = town.reason();
        for (int i = 0; i < 20; i++) {
            var marie = customer();
            var wish = new HoldSlot(place.branch(), reason, at("2026-11-24T15:00"), null);
            var holds = together(java.util.Collections.nCopies(
                    8, (Callable<Appointment>) () -> done(appointments.hold(marie, wish))));
            assertThat(holds).containsOnly(holds.getFirst());
            var booked = together(java.util.Collections.nCopies(8, (Callable<Appointment>)
                    () -> done(appointments.book(marie, holds.getFirst().id()))));
            assertThat(booked).containsOnly(booked.getFirst());
            done(appointments.cancel(
                    marie,
                    new CancelAppointment(
                            booked.getFirst().id(), booked.getFirst().version(), null)));
        }
    }

    @Test
    void visitsThatChangePlacesDoNotLockEachOtherOut() throws Exception {
        var place = town.place(2);
        var reason = town.reason();
        for (int i = 0; i < 5; i++) {
            var one = town.book(customer(), place, 0, reason, NINE);
            var other = town.book(customer(), place, 1, reason, NINE);
            // Each wants the other's adviser: at most a refusal, never an error.
            var outcomes = together(List.of(
                    () -> appointments.reassign(
                            place.manager(), new ReassignAppointment(one.id(), one.version(), place.adviser(1), null)),
                    () -> appointments.reassign(
                            place.manager(),
                            new ReassignAppointment(other.id(), other.version(), place.adviser(0), null))));
            assertThat(outcomes).hasSize(2);
            for (var visit : List.of(one, other)) {
                var now = appointments.find(Town.owner(visit), visit.id()).orElseThrow();
                done(appointments.cancel(place.manager(), new CancelAppointment(now.id(), now.version(), "x")));
            }
        }
        assertThat(town.overlaps()).isZero();
    }

    private boolean take(Town.Place place, ReasonId reason, Instant start, int number) {
        var customer = customer();
        if (number % 2 == 0) {
            var outcome = appointments.book(
                    customer, new BookAppointment(customer.customer(), place.branch(), reason, start, null));
            return outcome instanceof Outcome.Done;
        }
        var hold = appointments.hold(customer, new HoldSlot(place.branch(), reason, start, place.adviser(0)));
        return hold instanceof Outcome.Done<Appointment, AppointmentRefusal>(var held)
                && appointments.book(customer, held.id()) instanceof Outcome.Done;
    }

    /** Runs everything at the same moment; what one of them throws, the test throws. */
    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var one : work) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(result(future));
            }
            return results;
        }
    }

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("An error other than a refusal", e.getCause());
        }
    }

    /** A customer who does this and that. */
    private static final class Visitor {

        private final Appointments appointments;
        private final Town.Place place;
        private final List<ReasonId> reasons;
        private final Random random;
        private final ConcurrentLinkedQueue<Class<?>> refusals;
        private final CustomerActor self = customer();
        private final List<Appointment> visits = new ArrayList<>();

        Visitor(
                Appointments appointments,
                Town.Place place,
                List<ReasonId> reasons,
                Random random,
                ConcurrentLinkedQueue<Class<?>> refusals) {
            this.appointments = appointments;
            this.place = place;
            this.reasons = reasons;
            this.random = random;
            this.refusals = refusals;
        }

        int live(int acts) {
            int done = 0;
            for (int i = 0; i < acts; i++) {
                done += act() ? 1 : 0;
            }
            return done;
        }

        private boolean act() {
            var reason = reasons.get(random.nextInt(reasons.size()));
            var adviser = random.nextBoolean() ? null : place.adviser(random.nextInt(5));
            if (!visits.isEmpty() && random.nextInt(3) == 0) {
                return change(visits.removeFirst());
            }
            if (random.nextBoolean()) {
                return keep(appointments.book(
                        self, new BookAppointment(self.customer(), place.branch(), reason, start(), adviser)));
            }
            return appointments.hold(self, new HoldSlot(place.branch(), reason, start(), adviser))
                            instanceof Outcome.Done<Appointment, AppointmentRefusal>(var hold)
                    && (random.nextInt(4) == 0 || keep(appointments.book(self, hold.id())));
        }

        private boolean change(Appointment visit) {
            return switch (random.nextInt(3)) {
                case 0 ->
                    keep(appointments.move(
                            self, new MoveAppointment(visit.id(), visit.version(), start(), null, null)));
                case 1 ->
                    keep(appointments.reassign(
                            place.manager(),
                            new ReassignAppointment(
                                    visit.id(), visit.version(), place.adviser(random.nextInt(5)), "race")));
                default ->
                    appointments.cancel(self, new CancelAppointment(visit.id(), visit.version(), null))
                            instanceof Outcome.Done;
            };
        }

        private boolean keep(Outcome<Appointment, AppointmentRefusal> outcome) {
            switch (outcome) {
                case Outcome.Done<Appointment, AppointmentRefusal>(var visit) -> visits.add(visit);
                case Outcome.Refused<Appointment, AppointmentRefusal>(var why) -> refusals.add(why.getClass());
            }
            return outcome instanceof Outcome.Done;
        }

        private Instant start() {
            var day = at("2026-11-%dT09:00".formatted(23 + random.nextInt(3)));
            return day.plus(Duration.ofMinutes(15L * random.nextInt(13)));
        }
    }
}
