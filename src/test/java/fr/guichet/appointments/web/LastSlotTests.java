package fr.guichet.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SignIn.As;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two customers want the last slot in the same instant, by any two of the ways there are: one gets it, the other a way on. */
@AppointmentsOverHttp
class LastSlotTests {

    private static final String SLOT = "2026-11-23T09:00";
    private static final int ROUNDS = 2;

    /** The ways to a slot. Those that need most to get ready come first. */
    enum Entrance {
        EXPIRED_HOLD,
        OFFER,
        HOLD,
        HOLD_AND_BOOK,
        BOOK,
        STAFF,
        MOVE,
        REASSIGN
    }

    private final Town town;
    private final TestClock clock;
    private final People people;
    private final Visits visits;
    private final Records records;

    LastSlotTests(Town town, TestClock clock, People people, Visits visits, Records records) {
        this.town = town;
        this.clock = clock;
        this.people = people;
        this.visits = visits;
        this.records = records;
    }

    /** All pairs, but two offers of one slot: that is what {@code WaitingListTests} shows to be impossible. */
    static Stream<Arguments> pairs() {
        var ways = Entrance.values();
        return IntStream.range(0, ways.length)
                .boxed()
                .flatMap(first ->
                        IntStream.range(first, ways.length).mapToObj(second -> Arguments.of(ways[first], ways[second])))
                .filter(pair -> !List.of(pair.get()).equals(List.of(Entrance.OFFER, Entrance.OFFER)));
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneGetsItAndTheOtherIsShownTheNearest(Entrance first, Entrance second) throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            noon();
            // The slot is that of the first of three advisers: whoever asks for "anyone" would be given another.
            var place = town.place(3);
            var wish = new Wish(place, town.reason(), SLOT, place.adviser(0));
            var tries = List.of(ready(first, wish, 1), ready(second, wish, 2));

            var answers = Together.run(tries);

            var won = answers.stream().filter(answer -> answer.status() < 300).toList();
            var lost = new ArrayList<>(answers);
            lost.removeAll(won);
            assertThat(won).as("%s", answers).hasSize(1);
            assertThat(lost).hasSize(1);
            isRefusedWithWaysOn(lost.getFirst(), answers.indexOf(lost.getFirst()) == 0 ? first : second);
            assertThat(records.blocking(place, 0, SLOT)).isEqualTo(1);
        }
        assertThat(town.overlaps()).isZero();
    }

    private static void isRefusedWithWaysOn(Answer answer, Entrance way) {
        answer.isProblem(409, way == Entrance.EXPIRED_HOLD ? "hold-expired" : "slot-taken");
        var nearest = new ArrayList<OffsetDateTime>();
        answer.body()
                .at("/nearest")
                .forEach(slot ->
                        nearest.add(OffsetDateTime.parse(slot.get("start").asString())));
        assertThat(nearest)
                .isNotEmpty()
                .isSorted()
                .extracting(OffsetDateTime::toInstant)
                .doesNotContain(Town.at(SLOT));
    }

    /** Somebody who has only to press the button. */
    private Callable<Answer> ready(Entrance way, Wish wish, int number) {
        var place = wish.place();
        var customer = people.customer(place);
        return switch (way) {
            case EXPIRED_HOLD -> {
                var hold = visits.hold(customer, wish).is(201).text("id");
                clock.forward(Duration.ofMinutes(10));
                yield () -> visits.bookHold(customer, hold);
            }
            case OFFER -> {
                var entry = offered(customer, wish);
                yield () -> visits.accept(customer, entry);
            }
            case HOLD -> () -> visits.hold(customer, wish);
            case HOLD_AND_BOOK ->
                () -> {
                    var hold = visits.hold(customer, wish);
                    return hold.status() == 201 ? visits.bookHold(customer, hold.text("id")) : hold;
                };
            case BOOK -> () -> visits.book(customer, wish);
            case STAFF -> {
                var staff = people.adviser(place, number);
                yield () -> visits.bookFor(staff, customer, wish);
            }
            case MOVE -> {
                var visit = visits.book(customer, wish.at("2026-11-23T1%d:00".formatted(number)))
                        .is(201);
                yield () -> visits.move(customer, visit, wish);
            }
            case REASSIGN -> {
                var elsewhere = new Wish(place, wish.reason(), SLOT, place.adviser(number));
                var visit = visits.book(customer, elsewhere).is(201);
                var staff = people.manager(place);
                yield () -> visits.reassign(staff, visit, place.adviser(0));
            }
        };
    }

    /** The slot was another's, who let it go; now it is kept for the customer. */
    private Answer offered(As customer, Wish wish) {
        var another = people.customer(wish.place());
        var early = visits.book(another, wish).is(201);
        var late = visits.book(customer, wish.at("2026-11-25T15:00")).is(201);
        visits.join(customer, late).is(201);
        visits.cancel(another, early, null).is(200);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> visits.entry(customer), entry -> entry.body().has("offer"));
    }
}
