package fr.guichet.appointments.web;

import static fr.guichet.testing.SignIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.testing.Api;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SignIn.As;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What is somebody else's looks as if it did not exist, whatever one tries with it. */
@AppointmentsOverHttp
class ForeignVisitTests {

    private static final String NINE = "2026-11-23T09:00";

    /** What can be done with a visit, by whoever may. */
    private static final List<String> OF_EVERYONE = List.of(
            "GET /api/appointments/%s",
            "GET /api/appointments/%s/history",
            "GET /api/appointments/%s/calendar.ics",
            "POST /api/appointments/%s/move",
            "POST /api/appointments/%s/cancel");

    private static final List<String> OF_STAFF = List.of(
            "POST /api/appointments/%s/reassign",
            "POST /api/appointments/%s/check-in",
            "POST /api/appointments/%s/start",
            "POST /api/appointments/%s/finish",
            "POST /api/appointments/%s/no-show");

    private final Town town;
    private final People people;
    private final Visits visits;
    private final Records records;
    private final Api api;

    private final Town.Place place;
    private final As marie;
    private final Answer visit;
    private final Answer entry;
    private final Answer hold;

    ForeignVisitTests(Town town, TestClock clock, People people, Visits visits, Records records, Api api) {
        this.town = town;
        this.people = people;
        this.visits = visits;
        this.records = records;
        this.api = api;
        clock.set(TestClock.NOON);
        place = town.place(2);
        marie = people.customer(place);
        visit = visits.book(marie, new Wish(place, town.reason(), NINE, place.adviser(0)))
                .is(201);
        entry = visits.join(marie, visit).is(201);
        hold = visits.hold(marie, new Wish(place, town.reason(), "2026-11-24T09:00"))
                .is(201);
    }

    @Test
    void anotherCustomersVisitIsNotThere() {
        var before = records.of(place);
        var pierre = people.customer(place);

        for (var operation : OF_EVERYONE) {
            isNotThere(pierre, operation);
        }
        for (var operation : OF_STAFF) {
            isNotThere(pierre, operation);
            send(marie, operation, visit.text("id")).isProblem(403, "forbidden");
        }
        assertThat(records.of(place)).isEqualTo(before);
    }

    @Test
    void aCalendarThatAsksForTheFileIsToldSoToo() {
        api.send(
                        HttpMethod.GET,
                        people.customer(place),
                        "/api/appointments/" + visit.text("id") + "/calendar.ics",
                        null,
                        "Accept",
                        "text/calendar")
                .isProblem(404, "not-found");
    }

    @Test
    void theStaffOfAnotherBranchSeeAndChangeNothing() {
        var before = records.of(place);
        var elsewhere = town.place(1);

        for (var stranger : List.of(people.manager(elsewhere), people.adviser(elsewhere, 0))) {
            for (var operation : OF_EVERYONE) {
                isNotThere(stranger, operation);
            }
            for (var operation : OF_STAFF) {
                isNotThere(stranger, operation);
            }
        }
        assertThat(records.of(place)).isEqualTo(before);
    }

    @Test
    void theStaffOfTheBranchAndCustomerServiceSeeIt() {
        for (var reader : List.of(people.manager(place), people.adviser(place, 1), people.operator())) {
            assertThat(visits.get(reader, visit).is(200).text("customer/phone")).isEqualTo("+33612345678");
        }
        assertThat(visits.get(marie, visit).is(200).body().at("/customer").has("phone"))
                .isFalse();
    }

    @Test
    void administratorsSeeThatSomebodyComesButNotWho() {
        var administrator = people.administrator();
        visits.get(administrator, visit).isProblem(404, "not-found");

        var seen = api.get(administrator, "/api/branches/" + place.branch() + "/calendar?date=2026-11-23")
                .is(200);
        assertThat(seen.content()).contains(visit.text("id")).doesNotContain("Lefèvre", "+33612345678");
        assertThat(seen.body().findValues("allowed")).isNotEmpty().allMatch(actions -> actions.isEmpty());
    }

    @Test
    void nobodyDoesAnythingWithoutSigningIn() {
        var before = records.of(place);
        for (var operations : List.of(OF_EVERYONE, OF_STAFF)) {
            for (var operation : operations) {
                send(nobody(), operation, visit.text("id")).isProblem(401, "sign-in-required");
            }
        }
        for (var operation : List.of(
                "GET /api/appointments",
                "POST /api/appointments",
                "POST /api/holds",
                "DELETE /api/holds/" + hold.text("id"),
                "GET /api/waiting-list",
                "POST /api/waiting-list",
                "DELETE /api/waiting-list/" + entry.text("id"),
                "POST /api/waiting-list/" + entry.text("id") + "/accept",
                "POST /api/waiting-list/" + entry.text("id") + "/decline",
                "GET /api/advisers/" + place.adviser(0) + "/calendar?from=2026-11-23&to=2026-11-23",
                "GET /api/branches/" + place.branch() + "/calendar?date=2026-11-23",
                "GET /api/branches/" + place.branch() + "/needing-action")) {
            send(nobody(), operation, "").isProblem(401, "sign-in-required");
        }
        assertThat(records.of(place)).isEqualTo(before);
    }

    @Test
    void nothingIsChangedWithoutTheTokenOfOurOwnPage() {
        var before = records.of(place);
        for (var operations : List.of(OF_EVERYONE, OF_STAFF)) {
            for (var operation : operations) {
                if (operation.startsWith("POST")) {
                    send(withoutToken(marie), operation, visit.text("id")).isProblem(403, "csrf");
                }
            }
        }
        for (var operation : List.of(
                "POST /api/appointments",
                "POST /api/holds",
                "DELETE /api/holds/" + hold.text("id"),
                "POST /api/waiting-list",
                "DELETE /api/waiting-list/" + entry.text("id"),
                "POST /api/waiting-list/" + entry.text("id") + "/accept",
                "POST /api/waiting-list/" + entry.text("id") + "/decline")) {
            send(withoutToken(marie), operation, "").isProblem(403, "csrf");
        }
        assertThat(records.of(place)).isEqualTo(before);
    }

    @Test
    void holdsAndEntriesAreTheirOwnersAlone() {
        var before = records.of(place);
        var pierre = people.customer(place);
        var david = people.manager(place);

        api.delete(pierre, "/api/holds/" + hold.text("id")).isProblem(404, "hold-not-found");
        visits.bookHold(pierre, hold.text("id")).isProblem(404, "hold-not-found");
        visits.join(pierre, visit).isProblem(404, "not-found");
        api.delete(pierre, "/api/waiting-list/" + entry.text("id")).isProblem(404, "not-found");
        visits.accept(pierre, entry).isProblem(404, "not-found");
        api.post(pierre, "/api/waiting-list/" + entry.text("id") + "/decline", null)
                .isProblem(404, "not-found");

        api.delete(david, "/api/holds/" + hold.text("id")).isProblem(404, "not-found");
        visits.bookHold(david, hold.text("id")).isProblem(403, "forbidden");
        visits.join(david, visit).isProblem(403, "forbidden");
        visits.accept(david, entry).isProblem(404, "not-found");
        visits.hold(david, new Wish(place, town.reason(), NINE)).isProblem(403, "forbidden");
        assertThat(records.of(place)).isEqualTo(before);
    }

    @Test
    void aHoldIsNoVisit() {
        var before = records.of(place);
        for (var reader : List.of(marie, people.manager(place))) {
            for (var operation : OF_EVERYONE) {
                send(reader, operation, hold.text("id")).isProblem(404, "not-found");
            }
        }
        assertThat(records.of(place)).isEqualTo(before);
    }

    @Test
    void anIdentifierOfAnotherKindFindsNothing() {
        var before = records.of(place);
        for (var other : List.of(
                entry.text("id"), place.branch().toString(), place.adviser(0).toString())) {
            for (var operation : OF_EVERYONE) {
                send(marie, operation, other).isProblem(404, "not-found");
            }
            visits.bookHold(marie, other).isProblem(404, "hold-not-found");
            api.delete(marie, "/api/holds/" + other).isProblem(404, "hold-not-found");
        }
        api.delete(marie, "/api/waiting-list/" + visit.text("id")).isProblem(404, "not-found");
        api.delete(marie, "/api/holds/" + visit.text("id")).isProblem(404, "hold-not-found");
        assertThat(records.of(place)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "me",
                "0199f000-0000-7000-8000-00000000000",
                "0199f000-0000-7000-8000-00000000000g",
                "1-1-1-1-1"
            })
    void whatIsNoIdentifierFindsNothing(String id) {
        for (var operation : OF_EVERYONE) {
            send(marie, operation, id).isProblem(404, "not-found");
        }
        for (var operation : OF_STAFF) {
            send(people.manager(place), operation, id).isProblem(404, "not-found");
        }
        send(marie, "DELETE /api/holds/%s", id).is4xx();
        send(marie, "DELETE /api/waiting-list/%s", id).is4xx();
    }

    @Test
    void listsHoldOnesOwn() {
        var pierre = people.customer(place);

        assertThat(api.get(pierre, "/api/appointments").is(200).body().at("/items"))
                .isEmpty();
        assertThat(api.get(pierre, "/api/waiting-list").is(200).body()).isEmpty();
        assertThat(api.get(marie, "/api/appointments").is(200).body().at("/items"))
                .as("a hold is in no list")
                .hasSize(1);
        api.get(people.manager(place), "/api/appointments").isProblem(403, "forbidden");
    }

    @Test
    void staffBookForCustomersWhomTheirBranchKnows() {
        var elsewhere = town.place(1);
        var david = people.manager(place);
        var foreign = people.customer(elsewhere);
        var wish = new Wish(place, town.reason(), "2026-11-25T09:00");

        visits.bookFor(david, foreign, wish).isProblem(404, "not-found");
        visits.bookFor(people.manager(elsewhere), marie, wish).isProblem(404, "not-found");
        visits.bookFor(people.manager(elsewhere), foreign, wish).isProblem(404, "not-found");
        visits.book(david, wish).isProblem(422, "invalid-request");
        visits.bookFor(marie, foreign, wish).isProblem(404, "not-found");

        visits.book(foreign, wish).is(201);
        visits.bookFor(david, foreign, wish.at("2026-11-26T09:00")).is(201);
    }

    @Test
    void calendarsAreForTheStaffOfTheBranch() {
        var colleague = people.adviser(place, 1);
        var stranger = people.manager(town.place(1));
        for (var path : List.of(
                "/api/advisers/" + place.adviser(0) + "/calendar?from=2026-11-23&to=2026-11-23",
                "/api/branches/" + place.branch() + "/calendar?date=2026-11-23",
                "/api/branches/" + place.branch() + "/needing-action")) {
            api.get(colleague, path).is(200);
            api.get(stranger, path).isProblem(404, "not-found");
            api.get(marie, path).isProblem(404, "not-found");
        }
    }

    /** Refused in the very words that are used for what nobody has. */
    private void isNotThere(As who, String operation) {
        var foreign = send(who, operation, visit.text("id")).isProblem(404, "not-found");
        var none = send(who, operation, UUID.randomUUID().toString()).isProblem(404, "not-found");

        assertThat(foreign.content().replace(foreign.text("requestId"), ""))
                .isEqualTo(none.content().replace(none.text("requestId"), ""));
    }

    private Answer send(RequestPostProcessor who, String operation, String id) {
        var parts = operation.formatted(id).split(" ", 2);
        var action = parts[1].substring(parts[1].lastIndexOf('/') + 1);
        var body = Map.of(
                        "move", "{\"start\": \"2026-11-24T10:00:00+01:00\"}",
                        "cancel", "{\"reason\": \"why\"}",
                        "reassign", "{\"adviserId\": \"%s\"}".formatted(place.adviser(1)))
                .get(action);
        return api.send(HttpMethod.valueOf(parts[0]), who, parts[1], body, "If-Match", "\"0\"");
    }

    /** As a page of another site would: with the session, which the browser adds, and without the token. */
    private static RequestPostProcessor withoutToken(As who) {
        return request -> {
            var signedIn = who.postProcessRequest(request);
            signedIn.removeHeader("X-XSRF-TOKEN");
            return signedIn;
        };
    }
}
