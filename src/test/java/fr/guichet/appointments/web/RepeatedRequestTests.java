package fr.guichet.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SignIn.As;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Double clicks, retries and answers that got lost: one appointment, and always the same identifier. */
@AppointmentsOverHttp
class RepeatedRequestTests {

    private static final String KEY = "Idempotency-Key";
    private static final String NINE = "2026-11-23T09:00";
    private static final String TEN = "2026-11-23T10:00";
    private static final int CLICKS = 6;

    /** What the browser sends with a repeat. */
    enum Keys {
        NONE,
        THE_SAME,
        ANOTHER;

        String[] next(String first) {
            return switch (this) {
                case NONE -> new String[0];
                case THE_SAME -> new String[] {KEY, first};
                case ANOTHER -> new String[] {KEY, UUID.randomUUID().toString()};
            };
        }
    }

    private final Town town;
    private final TestClock clock;
    private final People people;
    private final Visits visits;
    private final Records records;
    private final String key = UUID.randomUUID().toString();

    RepeatedRequestTests(Town town, TestClock clock, People people, Visits visits, Records records) {
        this.town = town;
        this.clock = clock;
        this.people = people;
        this.visits = visits;
        this.records = records;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @ParameterizedTest
    @EnumSource
    void bookingAtOnceOrLater(Keys keys) throws Exception {
        var place = town.place(3);
        var wish = new Wish(place, town.reason(), NINE);
        var marie = people.customer(place);

        var ids = ids(clicks(() -> visits.book(marie, wish, keys.next(key))), 201);
        ids.add(visits.book(marie, wish, keys.next(key)).is(201).text("id"));

        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(records.visitsOf(marie.customer().customer())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void holdingAndBookingTheHold(Keys keys) throws Exception {
        var place = town.place(3);
        var wish = new Wish(place, town.reason(), NINE);
        var marie = people.customer(place);

        var holds = ids(clicks(() -> visits.hold(marie, wish, keys.next(key))), 201);
        assertThat(holds).containsOnly(holds.getFirst());
        var second = UUID.randomUUID().toString();
        var ids = ids(clicks(() -> visits.bookHold(marie, holds.getFirst(), keys.next(second))), 201);
        ids.add(visits.bookHold(marie, holds.getFirst(), keys.next(second))
                .is(201)
                .text("id"));
        ids.add(visits.book(marie, wish).is(201).text("id"));

        assertThat(ids).containsOnly(holds.getFirst());
        assertThat(records.visitsOf(marie.customer().customer())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void staffBookingForACustomer(Keys keys) throws Exception {
        var place = town.place(3);
        var wish = new Wish(place, town.reason(), NINE, place.adviser(0));
        var marie = people.customer(place);
        var sophie = people.adviser(place, 0);

        var ids = ids(clicks(() -> visits.bookFor(sophie, marie, wish, keys.next(key))), 201);

        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(records.visitsOf(marie.customer().customer())).isEqualTo(1);
    }

    @Test
    void whoeverWantsSeveralSlotsAtOnceHoldsOne() throws Exception {
        var place = town.place(3);
        var reason = town.reason();
        var marie = people.customer(place);
        for (var round = 0; round < 20; round++) {
            var hour = 9 + round % 3;
            var answers = Together.run(IntStream.range(0, 4)
                    .mapToObj(quarter -> (Callable<Answer>) () -> visits.hold(
                            marie, new Wish(place, reason, "2026-11-24T%02d:%02d".formatted(hour, 15 * quarter))))
                    .toList());

            assertThat(answers).allSatisfy(answer -> answer.is(201));
            assertThat(records.visitsOf(marie.customer().customer())).isEqualTo(1);
        }
    }

    @Test
    void aRepeatIsTheFirstAnswerByteForByte() {
        var place = town.place(1);
        var marie = people.customer(place);
        var wish = new Wish(place, town.reason(), NINE);

        var first = visits.book(marie, wish, KEY, key).is(201);
        var again = visits.book(marie, wish, KEY, key).is(201);

        assertThat(again.content()).isEqualTo(first.content());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("Location"))
                .isEqualTo(first.header("Location"))
                .isEqualTo("/api/appointments/" + first.text("id"));
        assertThat(first.header("Idempotent-Replay")).isEmpty();
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    }

    @Test
    void movingAndCancellingTwiceHappensOnce() throws Exception {
        var place = town.place(2);
        var marie = people.customer(place);
        var wish = new Wish(place, town.reason(), NINE);
        var visit = visits.book(marie, wish).is(201);

        var moves = clicks(() -> visits.move(marie, visit, wish.at(TEN), KEY, key));
        assertThat(moves)
                .allSatisfy(answer -> assertThat(answer.is(200).text("start")).isEqualTo("2026-11-23T10:00:00+01:00"));
        var moved = moves.getFirst();
        assertThat(moved.text("version")).isEqualTo("1");

        var cancelKey = UUID.randomUUID().toString();
        var cancellations = clicks(() -> visits.cancel(marie, moved, null, KEY, cancelKey));
        assertThat(cancellations)
                .allSatisfy(answer -> assertThat(answer.is(200).text("status")).isEqualTo("CANCELLED"));
        assertThat(visits.get(marie, visit).text("version")).isEqualTo("2");
        assertThat(visits.history(marie, visit).body())
                .extracting(change -> change.get("what").asString())
                .containsExactly("BOOKED", "MOVED", "CANCELLED");
    }

    @Test
    void withoutAKeyTheSecondClickSeesWhatTheFirstDid() throws Exception {
        var place = town.place(2);
        var marie = people.customer(place);
        var wish = new Wish(place, town.reason(), NINE);
        var visit = visits.book(marie, wish).is(201);

        var moves = clicks(() -> visits.move(marie, visit, wish.at(TEN)));

        assertThat(moves).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(moves).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(
                        answer.isProblem(412, "stale").text("current/start"))
                .isEqualTo("2026-11-23T10:00:00+01:00"));
    }

    @Test
    void aKeyMeansOneRequestOfOneCaller() {
        var place = town.place(2);
        var marie = people.customer(place);
        var pierre = people.customer(place);
        var wish = new Wish(place, town.reason(), NINE);
        var first = visits.book(marie, wish, KEY, key).is(201);

        visits.book(marie, wish.at(TEN), KEY, key).isProblem(422, "idempotency-key-reused");
        visits.hold(marie, wish, KEY, key).isProblem(422, "idempotency-key-reused");
        assertThat(visits.book(pierre, wish, KEY, key).is(201).text("id")).isNotEqualTo(first.text("id"));
        visits.book(marie, wish, KEY, "é").isProblem(400, "idempotency-key-invalid");
        visits.book(marie, wish, KEY, "x".repeat(101)).isProblem(400, "idempotency-key-invalid");
        visits.book(marie, wish, KEY, "a", KEY, "b").isProblem(400, "idempotency-key-invalid");
        assertThat(records.visitsOf(marie.customer().customer())).isEqualTo(1);
    }

    @Test
    void aRefusalIsNotKept() {
        var place = town.place(1);
        var marie = people.customer(place);
        var pierre = people.customer(place);
        var wish = new Wish(place, town.reason(), NINE);
        var taken = visits.book(pierre, wish).is(201);

        visits.book(marie, wish, KEY, key).isProblem(409, "slot-taken");
        visits.cancel(pierre, taken, null).is(200);

        visits.book(marie, wish, KEY, key).is(201);
    }

    @Test
    void aVisitThatWasCancelledCanBeBookedAgain() {
        var place = town.place(1);
        var marie = people.customer(place);
        var wish = new Wish(place, town.reason(), NINE);
        var first = visits.book(marie, wish).is(201);
        visits.cancel(marie, first, null).is(200);

        assertThat(visits.book(marie, wish).is(201).text("id")).isNotEqualTo(first.text("id"));
    }

    @Test
    void joiningTheWaitingListTwiceSaysSo() throws Exception {
        var place = town.place(1);
        As marie = people.customer(place);
        var visit = visits.book(marie, new Wish(place, town.reason(), NINE)).is(201);

        var withKey = ids(clicks(() -> visits.join(marie, visit, KEY, key)), 201);

        assertThat(withKey).containsOnly(withKey.getFirst());
        visits.join(marie, visit).isProblem(409, "already-waiting");
    }

    private static List<Answer> clicks(Callable<Answer> click) throws Exception {
        return Together.run(IntStream.range(0, CLICKS).mapToObj(_ -> click).toList());
    }

    private static List<String> ids(List<Answer> answers, int status) {
        return new java.util.ArrayList<>(
                answers.stream().map(answer -> answer.is(status).text("id")).toList());
    }
}
