package fr.guichet.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.testing.Api;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SignIn.As;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who changes what somebody else has changed meanwhile is told so and shown what it is now. */
@AppointmentsOverHttp
class StalePageTests {

    private static final String NINE = "2026-11-23T09:00";
    private static final Map<String, String> BODIES = Map.of(
            "move", "{\"start\": \"2026-11-24T10:00:00+01:00\"}",
            "cancel", "{\"reason\": \"why\"}");

    private final TestClock clock;
    private final Visits visits;
    private final Records records;
    private final Api api;
    private final Town.Place place;
    private final As marie;
    private final As david;
    private final Wish wish;
    private final Answer visit;

    StalePageTests(Town town, TestClock clock, People people, Visits visits, Records records, Api api) {
        this.clock = clock;
        this.visits = visits;
        this.records = records;
        this.api = api;
        clock.set(TestClock.NOON);
        place = town.place(2);
        marie = people.customer(place);
        david = people.manager(place);
        wish = new Wish(place, town.reason(), NINE);
        visit = visits.book(marie, wish).is(201);
    }

    @Test
    void whoeverComesSecondSeesWhatTheFirstDid() {
        var moved = visits.move(david, visit, wish.at("2026-11-23T10:00")).is(200);
        clock.set(Town.at("2026-11-23T09:30"));
        var before = records.of(place);

        for (var late : List.of(
                visits.move(marie, visit, wish.at("2026-11-24T10:00")),
                visits.cancel(marie, visit, null),
                visits.move(david, visit, wish.at("2026-11-24T10:00")),
                visits.cancel(david, visit, "why"),
                visits.reassign(david, visit, place.adviser(1)),
                visits.note(david, visit, "check-in"),
                visits.note(david, visit, "start"),
                visits.note(david, visit, "no-show"))) {
            late.isProblem(412, "stale");
            assertThat(late.text("current/id")).isEqualTo(visit.text("id"));
            assertThat(late.text("current/start")).isEqualTo("2026-11-23T10:00:00+01:00");
            assertThat(late.text("current/version")).isEqualTo("1");
            assertThat("\"" + late.text("current/version") + "\"").isEqualTo(moved.etag());
        }
        assertThat(records.of(place)).isEqualTo(before);
    }

    @Test
    void ofTwoInTheSameInstantOneIsStale() throws Exception {
        var answers = Together.run(List.<Callable<Answer>>of(
                () -> visits.move(marie, visit, wish.at("2026-11-24T10:00")),
                () -> visits.cancel(david, visit, "why"),
                () -> visits.reassign(david, visit, place.adviser(1)),
                () -> visits.reassign(david, visit, place.adviser(0)),
                () -> visits.move(david, visit, wish.at("2026-11-24T11:00"))));

        // To reassign a visit to whoever has it already changes nothing, so it can come before another change.
        var changed = answers.stream()
                .filter(answer -> answer.status() == 200)
                .filter(answer -> !answer.text("version").equals("0"))
                .toList();
        assertThat(changed).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(
                        answer.isProblem(412, "stale").text("current/version"))
                .isEqualTo("1"));
        assertThat(visits.history(david, visit).body()).hasSize(2);
    }

    @Test
    void whatIsShownIsTheReadersOwnView() {
        visits.move(david, visit, wish.at("2026-11-23T10:00")).is(200);

        var ofMarie = visits.cancel(marie, visit, null).isProblem(412, "stale");
        var ofDavid = visits.cancel(david, visit, "why").isProblem(412, "stale");

        assertThat(ofMarie.body().at("/current"))
                .isEqualTo(visits.get(marie, visit).body());
        assertThat(ofDavid.body().at("/current"))
                .isEqualTo(visits.get(david, visit).body());
        assertThat(ofMarie.body().at("/current/customer").has("phone")).isFalse();
    }

    @Test
    void anEntryOfTheWaitingListToo() {
        var entry = visits.join(marie, visit).is(201);

        var late = api.post(marie, "/api/waiting-list/" + entry.text("id") + "/accept", null, "If-Match", "\"7\"")
                .isProblem(412, "stale");

        assertThat(late.body().at("/current")).isEqualTo(entry.body());
        api.post(marie, "/api/waiting-list/" + entry.text("id") + "/accept", null)
                .isProblem(428, "precondition-required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                      | 428 | precondition-required",
                "''                     | 428 | precondition-required",
                "*                      | 400 | malformed-request",
                "0                      | 400 | malformed-request",
                "W/\"0\"                | 400 | malformed-request",
                "\"0\", \"1\"           | 400 | malformed-request",
                "\"-1\"                 | 400 | malformed-request",
                "\"99999999999999999999\" | 400 | malformed-request",
                "\"٠\"                  | 400 | malformed-request",
                "\"999999999999999999\" | 412 | stale"
            })
    void onlyAVersionThatWasSeenIsGoodEnough(@Nullable String ifMatch, int status, String problem) {
        var before = records.of(place);
        for (var change : List.of("move", "cancel", "check-in", "start", "no-show", "finish")) {
            var path = "/api/appointments/" + visit.text("id") + "/" + change;
            var answer = ifMatch == null
                    ? api.post(david, path, BODIES.get(change))
                    : api.post(david, path, BODIES.get(change), "If-Match", ifMatch);
            answer.isProblem(status, problem);
        }
        assertThat(records.of(place)).isEqualTo(before);
    }
}
