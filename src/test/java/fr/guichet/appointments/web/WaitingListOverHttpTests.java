package fr.guichet.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.testing.Api;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SignIn.As;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An earlier slot comes free and is offered; the customer takes it, lets it go, leaves, or is too late. */
@AppointmentsOverHttp
class WaitingListOverHttpTests {

    private static final String EARLY = "2026-11-23T09:00";
    private static final String LATE = "2026-11-25T15:00";

    private final TestClock clock;
    private final People people;
    private final Visits visits;
    private final Records records;
    private final Api api;
    private final Town.Place place;
    private final Wish wish;
    private final As pierre;
    private final Answer visit;

    WaitingListOverHttpTests(Town town, TestClock clock, People people, Visits visits, Records records, Api api) {
        this.clock = clock;
        this.people = people;
        this.visits = visits;
        this.records = records;
        this.api = api;
        clock.set(TestClock.NOON);
        place = town.place(1);
        wish = new Wish(place, town.reason(), EARLY);
        pierre = people.customer(place);
        visit = visits.book(pierre, wish.at(LATE)).is(201);
    }

    @Test
    void whoeverTakesTheOfferIsMovedOnce() throws Exception {
        var entry = offered();
        assertThat(entry.text("offer/start")).isEqualTo("2026-11-23T09:00:00+01:00");
        assertThat(entry.text("offer/expiresAt")).isEqualTo("2026-11-16T14:00:00+01:00");
        assertThat(visits.get(pierre, visit).text("waiting/offer/start")).isEqualTo(entry.text("offer/start"));

        var taken = Together.run(
                Stream.generate(() -> (java.util.concurrent.Callable<Answer>) () -> visits.accept(pierre, entry))
                        .limit(4)
                        .toList());

        assertThat(taken).allSatisfy(answer -> {
            assertThat(answer.is(200).text("id")).isEqualTo(visit.text("id"));
            assertThat(answer.text("start")).isEqualTo("2026-11-23T09:00:00+01:00");
            assertThat(answer.text("version")).isEqualTo("1");
        });
        assertThat(api.get(pierre, "/api/waiting-list").is(200).body()).isEmpty();
        assertThat(records.visitsOf(pierre.customer().customer())).isEqualTo(1);
        visits.book(people.customer(place), wish.at(LATE)).is(201);
    }

    @Test
    void whoeverLetsItGoKeepsTheVisitAndThePlaceInTheList() {
        var entry = offered();
        var path = "/api/waiting-list/" + entry.text("id");

        var waiting = api.post(pierre, path + "/decline", null).is(200);

        assertThat(waiting.text("status")).isEqualTo("WAITING");
        assertThat(waiting.body().has("offer")).isFalse();
        api.post(pierre, path + "/decline", null).isProblem(409, "offer-gone");
        assertThat(visits.accept(pierre, entry).isProblem(412, "stale").body().at("/current"))
                .isEqualTo(waiting.body());
        assertThat(visits.get(pierre, visit).text("start")).isEqualTo("2026-11-25T15:00:00+01:00");
        visits.book(people.customer(place), wish).is(201);
    }

    @Test
    void whoeverIsTooLateFindsItGone() {
        var entry = offered();
        clock.forward(Duration.ofHours(2));
        visits.book(people.customer(place), wish).is(201);

        var late = visits.accept(pierre, entry).isProblem(412, "stale");

        assertThat(late.text("current/status")).isEqualTo("WAITING");
        assertThat(late.body().at("/current").has("offer")).isFalse();
        assertThat(visits.get(pierre, visit).text("start")).isEqualTo("2026-11-25T15:00:00+01:00");
    }

    @Test
    void whoeverLeavesGivesTheSlotBack() {
        var path = "/api/waiting-list/" + offered().text("id");

        api.delete(pierre, path).is(204);

        api.delete(pierre, path).isProblem(404, "not-found");
        visits.book(people.customer(place), wish).is(201);
    }

    private Answer offered() {
        var marie = people.customer(place);
        var early = visits.book(marie, wish).is(201);
        visits.join(pierre, visit).is(201);
        visits.cancel(marie, early, null).is(200);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> visits.entry(pierre), entry -> entry.body().has("offer"));
    }
}
