package fr.guichet.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.testing.Api;
import fr.guichet.testing.SignIn.As;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "My visits": a page at a time, none twice and none left out, whatever comes and goes meanwhile. */
@AppointmentsOverHttp
class VisitListTests {

    private final TestClock clock;
    private final Visits visits;
    private final Api api;
    private final As marie;
    private final Wish wish;

    VisitListTests(Town town, TestClock clock, People people, Visits visits, Api api) {
        this.clock = clock;
        this.visits = visits;
        this.api = api;
        clock.set(TestClock.NOON);
        var place = town.place(2);
        marie = people.customer(place);
        wish = new Wish(place, town.reason(), "2026-11-23T09:00");
    }

    @Test
    void thoseToComeTheNextOneFirst() {
        var expected = new ArrayList<String>();
        for (var day = 23; day < 28; day++) {
            for (var hour : List.of("09:00", "10:30", "14:00")) {
                expected.add(visits.book(marie, wish.at("2026-11-%dT%s".formatted(day, hour)))
                        .is(201)
                        .text("id"));
            }
        }

        assertThat(ids("UPCOMING", 4)).isEqualTo(expected);
        assertThat(ids("UPCOMING", 100)).isEqualTo(expected);
        assertThat(ids("PAST", 4)).isEmpty();
    }

    @Test
    void thoseThatAreOverTheLatestFirst() {
        var early = visits.book(marie, wish).is(201).text("id");
        var cancelled = visits.book(marie, wish.at("2026-11-24T09:00")).is(201);
        var late = visits.book(marie, wish.at("2026-11-25T09:00")).is(201).text("id");
        var toCome = visits.book(marie, wish.at("2026-11-27T09:00")).is(201).text("id");
        visits.cancel(marie, cancelled, null).is(200);
        clock.set(Town.at("2026-11-26T12:00"));

        assertThat(ids("PAST", 1)).containsExactly(late, cancelled.text("id"), early);
        assertThat(ids("UPCOMING", 1)).containsExactly(toCome);
    }

    private List<String> ids(String when, int limit) {
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get(marie, "/api/appointments?when=%s&limit=%d%s".formatted(when, limit, cursor))
                    .is(200);
            assertThat(page.body().at("/items").size()).isLessThanOrEqualTo(limit);
            page.body().at("/items").forEach(item -> ids.add(item.get("id").asString()));
            cursor = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());
        return ids;
    }
}
