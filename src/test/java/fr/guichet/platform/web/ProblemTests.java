package fr.guichet.platform.web;

import static fr.guichet.testing.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.OpenDoors;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Whatever is wrong with a request, the answer is a problem that its reader understands and an attacker learns nothing from. */
@GuichetTest
@Import({ProbeController.class, OpenDoors.class})
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

    private static final String ID = "018f0000-0000-7000-8000-000000000001";

    @Autowired
    private RestTestClient client;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                            | 400 | malformed-request | ''
            ''                                                                           | 400 | malformed-request | ''
            null                                                                         | 400 | malformed-request | ''
            []                                                                           | 400 | malformed-request | ''
            {"id": "ID", "name": "abc", "count": 1} {}                                   | 400 | malformed-request | ''
            {"id": "ID", "name": "abc", "count": 1, "count": 2}                          | 400 | malformed-request | ''
            {"id": "ID", "name": "abc", "count": 1, "nope": 2}                           | 400 | malformed-request | nope
            {"id": "ID", "name": "abc", "count": "1"}                                    | 400 | malformed-request | count
            {"id": "ID", "name": "abc", "count": 1.5}                                    | 400 | malformed-request | count
            {"id": "ID", "name": "abc", "count": 99999999999}                            | 400 | malformed-request | ''
            {"id": "ID", "name": 5, "count": 1}                                          | 400 | malformed-request | name
            {"id": "ID", "name": ["abc"], "count": 1}                                    | 400 | malformed-request | name
            {"id": "no", "name": "abc", "count": 1}                                      | 400 | malformed-request | id
            {"id": "ID", "name": "a\\u0000b", "count": 1}                                | 400 | malformed-request | name
            {"id": "ID", "name": "a\\u0007b", "count": 1}                                | 400 | malformed-request | name
            {"id": "ID", "name": "a\\u009bb", "count": 1}                                | 400 | malformed-request | name
            {"id": "ID", "name": "a\\ud800b", "count": 1}                                | 400 | malformed-request | name
            {"id": " ID", "name": "abc", "count": 1}                                     | 400 | malformed-request | id
            {"id": "", "name": "abc", "count": 1}                                        | 400 | malformed-request | id
            {"id": "ID", "name": "abc", "count": 1, "day": ""}                           | 400 | malformed-request | day
            {"id": "ID", "name": "abc", "count": 1, "day": "2026-02-28\\u0000"}          | 400 | malformed-request | day
            {"id": "ID", "name": "abc", "count": 1, "day": " 2026-02-28"}                | 400 | malformed-request | day
            {"id": "ID", "name": "abc", "count": 1, "day": "2026-02-28T09:00:00Z"}       | 400 | malformed-request | day
            {"id": "AY8AAAAAcACAAAAAAAAAAQ==", "name": "abc", "count": 1}                | 400 | malformed-request | id
            {"id": "1-1-1-1-1", "name": "abc", "count": 1}                               | 400 | malformed-request | id
            {"id": "ID", "name": "abc", "count": 1, "parts": ""}                         | 400 | malformed-request | parts
            {"id": "ID", "name": "abc", "count": 1, "day": "2026-02-30"}                 | 400 | malformed-request | day
            {"id": "ID", "name": "abc", "count": 1, "day": "+999999999-12-31"}           | 400 | malformed-request | day
            {"id": "ID", "name": "abc", "count": 1, "day": "0001-01-01"}                 | 400 | malformed-request | day
            {"id": "ID", "name": "abc", "count": 1, "day": 20000}                        | 400 | malformed-request | day
            {"id": "ID", "name": "abc", "count": 1, "day": [2026, 1, 1]}                 | 400 | malformed-request | day
            {"id": "ID", "name": "abc", "count": 1, "at": "2026-11-23T09:00:00"}         | 400 | malformed-request | at
            {"id": "ID", "name": "abc", "count": 1, "at": "9999-11-23T09:00:00Z"}        | 400 | malformed-request | at
            {"id": "ID", "name": "abc", "count": 1, "colour": "BLUE"}                    | 400 | malformed-request | colour
            {"id": "ID", "name": "abc", "count": 1, "colour": 1}                         | 400 | malformed-request | colour
            {"id": "ID", "name": "abc", "count": 1, "colour": ""}                        | 400 | malformed-request | colour
            {"id": "ID", "name": "abc", "count": 1, "parts": [{"name": "x", "y": 1}]}    | 400 | malformed-request | parts[0].y
            {"id": "ID", "name": "abc", "count": 1, "parts": [{"note": "x"}]}            | 422 | invalid-request   | parts[0].name
            {"id": "ID", "name": "abc", "count": 1, "parts": [null]}                     | 422 | invalid-request   | parts[0]
            {"name": "abc", "count": 1}                                                  | 422 | invalid-request   | id
            {"id": null, "name": "abc", "count": 1}                                      | 422 | invalid-request   | id
            {"id": "ID", "name": "a", "count": 1}                                        | 422 | invalid-request   | name
            """)
    void refusesBodies(String json, int status, String name, String field) {
        var problem = problem(post("/api/probe/bodies", json.replace("ID", ID)), status, name);

        if (!field.isEmpty()) {
            assertThat(errors(problem)).extracting(error -> error.get("field")).containsExactly(field);
            assertThat(errors(problem))
                    .allSatisfy(error -> assertThat(error.get("message")).isNotBlank());
        }
    }

    @Test
    void refusesAMissingNumberAsMuchAsAMissingText() {
        problem(
                post("/api/probe/bodies", "{\"id\": \"%s\", \"name\": \"abc\"}".formatted(ID)),
                400,
                "malformed-request");
        problem(
                post("/api/probe/bodies", "{\"id\": \"%s\", \"name\": \"abc\", \"count\": null}".formatted(ID)),
                400,
                "malformed-request");
    }

    @Test
    void refusesDepthWithoutFalling() {
        problem(post("/api/probe/bodies", "[".repeat(30_000)), 400, "malformed-request");
        problem(post("/api/probe/bodies", "{\"id\":" + "9".repeat(20_000) + "}"), 400, "malformed-request");
    }

    @Test
    void turnsAValueThatRefusesItselfIntoAnError() {
        assertThat(errors(problem(post("/api/probe/picky", "{\"value\": \" \"}"), 422, "invalid-request")))
                .isNotEmpty();
        problem(post("/api/probe/picky", "{}"), 422, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=ten, 400, malformed-request, limit",
        "limit=5&limit=6, 400, malformed-request, limit",
        "limt=5, 400, malformed-request, limt",
        "limit=101, 422, invalid-request, limit",
        "limit=99999999999999, 400, malformed-request, limit",
        "from=23/11/2026, 400, malformed-request, from",
        "from=%2B999999999-01-01, 400, malformed-request, from",
        "q=a%00b, 400, malformed-request, q",
        "cursor=nonsense, 400, malformed-request, cursor",
        "cursor=!!!, 400, malformed-request, cursor",
    })
    void refusesParameters(String query, int status, String name, String field) {
        var problem = problem(get("/api/probe/parameters?" + query), status, name);

        assertThat(errors(problem)).extracting(error -> error.get("field")).containsExactly(field);
    }

    @Test
    void takesWhatItDeclares() {
        get("/api/probe/parameters?limit=5&from=2026-11-23&topic=a&topic=b")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"limit\": 5, \"from\": \"2026-11-23\", \"topic\": \"[a, b]\"}");
    }

    @Test
    void answersForTheFramework() {
        problem(get("/api/probe/nowhere"), 404, "not-found");
        problem(get("/api/probe/things/not-an-id"), 404, "not-found");
        var wrongMethod = client.delete().uri("/api/probe/fails").exchange();
        wrongMethod.expectHeader().valueEquals("Allow", "GET");
        problem(wrongMethod, 405, "method-not-allowed");
        problem(
                client.post()
                        .uri("/api/probe/bodies")
                        .contentType(MediaType.APPLICATION_XML)
                        .body("<a/>")
                        .exchange(),
                415,
                "unsupported-media-type");
        problem(
                client.post()
                        .uri("/api/probe/bodies")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body("name=a")
                        .exchange(),
                400,
                "malformed-request");
        problem(
                client.get()
                        .uri("/api/probe/things/" + ID)
                        .accept(MediaType.IMAGE_PNG)
                        .exchange(),
                406,
                "not-acceptable");
    }

    @Test
    void asksForTheVersionThatAChangeIsMeantFor() {
        problem(put(null), 428, "precondition-required");
        problem(put("7"), 400, "malformed-request");
        problem(put("W/\"7\""), 400, "malformed-request");
        problem(put("*"), 400, "malformed-request");
        assertThat(problem(put("\"6\""), 412, "stale")).containsEntry("current", Map.of("id", ID, "version", 7));
        put("\"7\"").expectStatus().isOk();
    }

    @Test
    void hidesWhatFailedAndLogsItOnceWithoutPersonalData(CapturedOutput output) {
        var problem = problem(get("/api/probe/fails"), 500, "unexpected");

        var id = (String) problem.get("requestId");
        assertThat(id).isNotNull();
        var log = output.getAll();
        assertThat(log).contains("GET /api/probe/fails failed unexpectedly");
        assertThat(log.split("java.lang.IllegalStateException", -1))
                .as("logged once")
                .hasSize(2);
        assertThat(log).doesNotContain("marie", "Marie");
    }

    @Test
    void keepsCharactersThatNoColumnTakesAwayFromTheDatabase(CapturedOutput output) {
        problem(post("/api/probe/unchecked", "{\"name\": \"a\\u0000b\"}"), 400, "malformed-request");
        problem(post("/api/probe/unchecked", "{\"name\": \"%s\"}".formatted("x".repeat(31))), 422, "invalid-request");
        assertThat(output.getAll()).doesNotContain("\tat org.apache.c", "\tat fr.guichet.platform.web");
    }

    @Test
    void carriesWhatTheModuleAddsAndNothingCached() {
        var refused = get("/api/probe/refuses");
        refused.expectHeader().valueEquals("Cache-Control", "no-store");
        assertThat(problem(refused, 409, "stale")).containsEntry("extra", List.of(1, 2));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, Introuvable",
                "fr-FR, Introuvable",
                "de, Introuvable",
                "'en-GB,en;q=0.9', Not found",
                "'de,en;q=0.5', Not found",
                "nonsense;;, Introuvable",
                "*, Introuvable"
            })
    void speaksTheReadersLanguage(@Nullable String accepted, String title) {
        var request = client.get().uri("/api/probe/nowhere");
        if (accepted != null) {
            request.header("Accept-Language", accepted);
        }
        assertThat(problem(request.exchange(), 404, "not-found")).containsEntry("title", title);
    }

    @Test
    void givesEveryRequestAnId() {
        get("/api/probe/things/" + ID).expectHeader().valueMatches("X-Request-Id", "[0-9a-f-]{36}");
        var given = UUID.randomUUID().toString();
        var answer = client.get()
                .uri("/api/probe/nowhere")
                .header("X-Request-Id", given)
                .exchange();
        answer.expectHeader().valueEquals("X-Request-Id", given);
        assertThat(problem(answer, 404, "not-found")).containsEntry("requestId", given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "<script>alert(1)</script>", "ééééééééé"})
    void doesNotRepeatIdsThatCouldHarm(String id) {
        client.get()
                .uri("/api/probe/things/" + ID)
                .header("X-Request-Id", id)
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-Id", "[0-9a-f-]{36}");
    }

    private ResponseSpec get(String uri) {
        return client.get().uri(java.net.URI.create(uri)).exchange();
    }

    private ResponseSpec post(String uri, String json) {
        return client.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private ResponseSpec put(@Nullable String ifMatch) {
        var request = client.put().uri("/api/probe/things/" + ID);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.exchange();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> errors(Map<String, Object> problem) {
        return (List<Map<String, String>>) problem.getOrDefault("errors", List.of());
    }
}
