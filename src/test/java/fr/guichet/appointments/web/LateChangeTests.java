package fr.guichet.appointments.web;

import static fr.guichet.appointments.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.testing.Api.Answer;
import java.time.OffsetDateTime;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers move and cancel until two hours before the visit, and are told until when they could have. */
@AppointmentsOverHttp
class LateChangeTests {

    private static final String NINE = "2026-11-23T09:00";
    private static final String LIMIT = "2026-11-23T07:00";

    private final Town town;
    private final TestClock clock;
    private final People people;
    private final Visits visits;
    private final Records records;

    LateChangeTests(Town town, TestClock clock, People people, Visits visits, Records records) {
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

    @Test
    void afterTheLimitTheyAreToldTheLimit() {
        var place = town.place(2);
        var marie = people.customer(place);
        var wish = new Wish(place, town.reason(), NINE);
        var visit = visits.book(marie, wish).is(201);
        assertThat(OffsetDateTime.parse(visit.text("changeableUntil")).toInstant())
                .isEqualTo(at(LIMIT));
        clock.set(at(LIMIT).plusNanos(1_000));
        var before = records.of(place);

        for (var refused : new Answer[] {
            visits.move(marie, visit, wish.at("2026-11-23T11:00")),
            visits.cancel(marie, visit, null),
            visits.join(marie, visit)
        }) {
            refused.isProblem(409, "too-late-to-change");
            assertThat(refused.text("limit")).isEqualTo("2026-11-23T07:00:00+01:00");
            assertThat(refused.text("detail")).contains("lundi 23 novembre 2026 à 7\u00a0h\u00a000");
        }
        assertThat(records.of(place)).isEqualTo(before);
        assertThat(visits.get(marie, visit).body().at("/allowed")).isEmpty();
    }

    @Test
    void atTheLimitTheyStillCan() {
        var place = town.place(2);
        var marie = people.customer(place);
        var wish = new Wish(place, town.reason(), NINE);
        var visit = visits.book(marie, wish).is(201);
        clock.set(at(LIMIT));

        assertThat(visits.get(marie, visit).body().at("/allowed"))
                .extracting(allowed -> allowed.asString())
                .containsExactlyInAnyOrder("MOVE", "CANCEL");
        var moved = visits.move(marie, visit, wish.at("2026-11-23T09:15")).is(200);
        visits.cancel(marie, moved, null).is(200);
    }

    @Test
    void staffStillCanAndSayWhy() {
        var place = town.place(2);
        var marie = people.customer(place);
        var manager = people.manager(place);
        var wish = new Wish(place, town.reason(), NINE);
        var visit = visits.book(marie, wish).is(201);
        clock.set(at("2026-11-23T08:55"));

        var moved = visits.move(manager, visit, wish.at("2026-11-23T11:00")).is(200);
        for (var silence : new String[] {null, "", " \t\n "}) {
            var refused = visits.cancel(manager, moved, silence).isProblem(422, "invalid-request");
            assertThat(refused.text("errors/0/field")).isEqualTo("reason");
        }
        visits.cancel(manager, moved, "Fermeture exceptionnelle").is(200);
        assertThat(StreamSupport.stream(visits.history(manager, moved).body().spliterator(), false))
                .last()
                .satisfies(change -> assertThat(change.get("reason").asString()).isEqualTo("Fermeture exceptionnelle"));
    }

    @Test
    void nothingIsNotedBeforeItsTimeOrTwice() {
        var place = town.place(1);
        var marie = people.customer(place);
        var sophie = people.adviser(place, 0);
        var visit = visits.book(marie, new Wish(place, town.reason(), NINE)).is(201);

        for (var early : new String[] {"check-in", "start"}) {
            assertThat(visits.note(sophie, visit, early)
                            .isProblem(409, "too-early")
                            .text("from"))
                    .isEqualTo("2026-11-23T00:00:00+01:00");
        }
        assertThat(visits.note(sophie, visit, "no-show")
                        .isProblem(409, "too-early")
                        .text("from"))
                .isEqualTo("2026-11-23T09:00:00+01:00");
        visits.note(sophie, visit, "finish").isProblem(409, "not-allowed-in-status");

        clock.set(at("2026-11-23T08:50"));
        var here = visits.note(sophie, visit, "check-in").is(200);
        assertThat(visits.note(sophie, here, "check-in")
                        .isProblem(409, "not-allowed-in-status")
                        .text("status"))
                .isEqualTo("CHECKED_IN");
        visits.note(sophie, here, "no-show").isProblem(409, "not-allowed-in-status");
        var begun = visits.note(sophie, here, "start").is(200);
        visits.cancel(sophie, begun, "x").isProblem(409, "not-allowed-in-status");
        var over = visits.note(sophie, begun, "finish").is(200);
        assertThat(over.text("status")).isEqualTo("FINISHED");
        visits.cancel(marie, over, null).isProblem(409, "not-allowed-in-status");
    }
}
