package fr.guichet.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.identity.Grant;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Bodies that no page of ours would send, over a real connection: each is refused as a problem, nothing is written, and neither the
 * answer nor the log holds a stack trace.
 */
@AppointmentsOverHttp
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class HostileBodiesTests {

    private static final String TEN_MEGABYTES = "x".repeat(10 * 1024 * 1024);

    /** Bodies that make no sense for anything. */
    static final List<String> NO_SENSE = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"a\"",
            "1",
            "{} {}",
            "{\"nope\": 1}",
            "{\"start\": \"2026-11-23T09:00:00+01:00\", \"start\": \"2026-11-23T09:00:00+01:00\"}",
            "[".repeat(50_000),
            "{\"start\":".repeat(5_000),
            "{\"start\": " + "9".repeat(20_000) + "}",
            "<a/>",
            "\u0000",
            "{\"start\": \"2026-11-23T09:00:00+01:00\"\u0000}",
            TEN_MEGABYTES,
            "{\"reason\": \"" + TEN_MEGABYTES + "\"}");

    /** What stands where a start belongs. */
    static final List<String> NO_TIMES = List.of(
            "null",
            "\"\"",
            "0",
            "1795420800",
            "1e400",
            "true",
            "[2026, 11, 23, 9, 0]",
            "{}",
            "\"2026-11-23\"",
            "\"2026-11-23T09:00:00\"",
            "\"2026-11-23T09:00:00+01:00[Europe/Paris]\"",
            "\"2026-02-30T09:00:00+01:00\"",
            "\"2026-11-23T24:30:00+01:00\"",
            "\"2026-11-23T09:00:60+01:00\"",
            "\"2026-11-23T09:00:00+19:00\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"-0001-01-01T00:00:00Z\"",
            "\"1899-12-31T23:00:00Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"+10000-01-01T00:00:00Z\"",
            "\"292278994-08-17T07:12:55Z\"",
            "\"+292278994-08-17T07:12:55Z\"",
            "\"+999999999-12-31T23:59:59+18:00\"",
            "\"2199-12-31T23:59:59-18:00\"",
            "\"1900-01-01T00:00:00+18:00\"",
            "\"2026-11-23T09:00:00+18:00\"",
            "\"2026-11-23T09:00:00-18:00\"",
            "\"2026-11-23T09:00:00.123456789+01:00\"",
            "\"lundi\"",
            "\"2026-11-23T09:00:00+01:00\\u0000\"");

    /** What stands where an identifier belongs. */
    static final List<String> NO_IDENTIFIERS = List.of(
            "null",
            "\"\"",
            "1",
            "true",
            "{}",
            "[\"0199f000-0000-7000-8000-000000000000\"]",
            "\"0199f000-0000-7000-8000-00000000000\"",
            "\"0199f000-0000-7000-8000-00000000000g\"",
            "\"0199f000-0000-7000-8000-000000000000\\u0000\"",
            "\"' or 1=1 --\"",
            "\"AZnwAAAAcACAAAAAAAAAAA==\"",
            "\"00000000-0000-0000-0000-000000000000\"");

    /** What stands where a person says why. */
    static final List<String> NO_REASONS = List.of(
            "\"" + "x".repeat(501) + "\"",
            "\"" + "x".repeat(60_000) + "\"",
            "\"" + "x".repeat(100_000) + "\"",
            "\"a\\u0000b\"",
            "\"a\\u0007b\"",
            "\"\\u001b[31mred\"",
            "\"a\\ud800b\"",
            "1",
            "{}",
            "[\"why\"]");

    /** What stands where the days belong that suit somebody on the waiting list. */
    static final List<String> NO_DAYS = List.of(
            "\"earliest\": \"0000-01-01\"",
            "\"earliest\": \"9999-12-31\"",
            "\"latest\": \"+292278994-08-17\"",
            "\"latest\": \"2026-02-30\"",
            "\"latest\": 20500",
            "\"earliest\": \"\"",
            "\"latest\": \" 2026-11-22\"",
            "\"earliest\": [2026, 11, 23]",
            "\"earliest\": \"2026-11-23T09:00:00Z\"",
            "\"earliest\": \"2026-11-22\", \"latest\": \"2026-11-21\"",
            "\"partOfDay\": \"NOON\"",
            "\"partOfDay\": \"morning\"",
            "\"partOfDay\": 0",
            "\"partOfDay\": \"\"",
            "\"status\": \"OFFERED\"");

    private final TestClock clock;
    private final Records records;
    private final Town.Place place;
    private final String slot;
    private final String visit;
    private final Visitor marie;
    private final Visitor david;

    HostileBodiesTests(Town town, TestClock clock, People people, Records records, Doorstep doorstep) {
        this.clock = clock;
        this.records = records;
        clock.set(TestClock.NOON);
        place = town.place(2);
        slot = "\"branchId\": \"%s\", \"reasonId\": \"%s\"".formatted(place.branch(), town.reason());
        marie = doorstep.signedIn(Grant.customer(people.record(place.branch())));
        david = doorstep.signedIn(Grant.manager(place.branch()));
        var booked = marie.post("/api/appointments", "{%s, \"start\": \"2026-11-23T09:00:00+01:00\"}".formatted(slot));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        visit = Visitor.json(booked).get("id").asString();
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @ParameterizedTest
    @FieldSource("NO_SENSE")
    void whatMakesNoSense(String body, CapturedOutput output) {
        refused(output, "/api/holds", body);
        refused(output, "/api/appointments", body);
        refused(output, "/api/waiting-list", body);
        refused(output, ofVisit("move"), body);
        refused(output, ofVisit("cancel"), body);
        refused(output, ofVisit("reassign"), body);
    }

    @ParameterizedTest
    @FieldSource("NO_TIMES")
    void whatIsNoTime(String start, CapturedOutput output) {
        refused(output, "/api/holds", "{%s, \"start\": %s}".formatted(slot, start));
        refused(output, "/api/appointments", "{%s, \"start\": %s}".formatted(slot, start));
        refused(output, ofVisit("move"), "{\"start\": %s}".formatted(start));
    }

    @ParameterizedTest
    @FieldSource("NO_IDENTIFIERS")
    void whatIsNoIdentifier(String id, CapturedOutput output) {
        var start = "\"start\": \"2026-11-24T09:00:00+01:00\"";
        for (var member : List.of("branchId", "reasonId")) {
            var wrong = "{%s, %s}"
                    .formatted(
                            slot.replaceAll("(\"" + member + "\": )\"[^\"]*\"", "$1" + id.replace("\\", "\\\\")),
                            start);
            refused(output, "/api/holds", wrong);
            refused(output, "/api/appointments", wrong);
        }
        refused(output, "/api/appointments", "{\"holdId\": %s}".formatted(id));
        refused(output, "/api/waiting-list", "{\"appointmentId\": %s}".formatted(id));
        refused(output, ofVisit("reassign"), "{\"adviserId\": %s}".formatted(id));
        if (!id.equals("null")) {
            refused(output, "/api/holds", "{%s, %s, \"adviserId\": %s}".formatted(slot, start, id));
            refused(output, "/api/appointments", "{%s, %s, \"adviserId\": %s}".formatted(slot, start, id));
            refused(output, "/api/appointments", "{%s, %s, \"customerId\": %s}".formatted(slot, start, id));
            refused(output, ofVisit("move"), "{%s, \"adviserId\": %s}".formatted(start, id));
        }
    }

    @ParameterizedTest
    @FieldSource("NO_REASONS")
    void whatIsNoReason(String why, CapturedOutput output) {
        refused(output, ofVisit("cancel"), "{\"reason\": %s}".formatted(why));
        refused(output, ofVisit("move"), "{\"start\": \"2026-11-24T09:00:00+01:00\", \"reason\": %s}".formatted(why));
        refused(
                output,
                ofVisit("reassign"),
                "{\"adviserId\": \"%s\", \"reason\": %s}".formatted(place.adviser(1), why));
    }

    @ParameterizedTest
    @FieldSource("NO_DAYS")
    void whatAreNoDays(String days, CapturedOutput output) {
        refused(output, "/api/waiting-list", "{\"appointmentId\": \"%s\", %s}".formatted(visit, days));
    }

    @Test
    void aHoldWithAnythingBesideIt(CapturedOutput output) {
        var hold = "\"holdId\": \"0199f000-0000-7000-8000-000000000000\"";
        refused(output, "/api/appointments", "{%s, %s}".formatted(hold, slot));
        refused(output, "/api/appointments", "{%s, \"start\": \"2026-11-24T09:00:00+01:00\"}".formatted(hold));
    }

    @Test
    void whatIsNotJson(CapturedOutput output) {
        for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
            for (var path : List.of("/api/holds", "/api/appointments", ofVisit("cancel"))) {
                refused(output, path, "a=b", "Content-Type", type);
            }
        }
    }

    @Test
    void theLongestReasonThatIsOne() {
        var why = "Aïe, 😀\t\n".repeat(50);
        assertThat(why).hasSizeGreaterThan(400).hasSizeLessThanOrEqualTo(500);
        var moved = david.post(
                ofVisit("reassign"),
                tools.jackson.databind.json.JsonMapper.shared()
                        .writeValueAsString(Map.of("adviserId", place.adviser(1).toString(), "reason", why)),
                "If-Match",
                "\"0\"");

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(Visitor.json(david.get(ofVisit("history"))).at("/1/reason").asString())
                .isEqualTo(why);
    }

    private void refused(CapturedOutput output, String path, String body, String... headers) {
        var sender = path.endsWith("/reassign") ? david : marie;
        var before = records.of(place);

        var answer = sender.post(
                path,
                body,
                Stream.concat(Stream.of("If-Match", version()), Stream.of(headers))
                        .toArray(String[]::new));

        Refusals.check(answer, "POST " + path + " " + body.substring(0, Math.min(200, body.length())), output);
        assertThat(records.of(place)).isEqualTo(before);
    }

    /** As it is now: what is refused is refused for its body. */
    private String version() {
        HttpResponse<String> found = marie.get("/api/appointments/" + visit);
        return found.headers().firstValue("ETag").orElseThrow();
    }

    private String ofVisit(String what) {
        return "/api/appointments/" + visit + "/" + what;
    }
}
