package fr.guichet.customers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer does with the own record. */
class OwnRecordTests extends CustomersHttpTest {

    @Test
    void aCustomerReadsAndChangesHisOwnRecord() throws Exception {
        var own = signIn.customer(marie.id());
        assertThat(json(perform(get("/api/customers/me").with(own))).at("/id").asString())
                .isEqualTo(marie.id().toString());

        var change = Map.of("phone", "07 61 23 45 67", "language", "en");
        var answer = perform(body(put("/api/customers/me"), change)
                .header("If-Match", "\"0\"")
                .with(own));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(json(answer).at("/phone").asString()).isEqualTo("+33761234567");

        var stale = perform(body(put("/api/customers/me"), change)
                .header("If-Match", "\"0\"")
                .with(own));
        assertProblem(stale, 412, "stale");
        assertThat(json(stale).at("/current/version").asLong()).isEqualTo(1);
        assertThat(json(stale).at("/title").asString())
                .as("in her language by now")
                .isEqualTo("Changed in the meantime");

        var removed = perform(body(put("/api/customers/me"), Map.of("language", "fr"))
                .header("If-Match", "\"1\"")
                .with(own));
        assertThat(json(removed).has("phone")).isFalse();
    }

    @Test
    void aChangeNeedsTheVersionAndGoodValues() throws Exception {
        var own = signIn.customer(marie.id());

        assertProblem(
                perform(body(put("/api/customers/me"), Map.of("language", "fr")).with(own)),
                428,
                "precondition-required");
        assertProblem(
                perform(body(put("/api/customers/me"), Map.of("language", "fr"))
                        .header("If-Match", "*")
                        .with(own)),
                400,
                "malformed-request");
        var wrong = perform(body(put("/api/customers/me"), Map.of("phone", "06", "language", "de"))
                .header("If-Match", "\"0\"")
                .with(own));
        assertProblem(wrong, 422, "invalid-request");
        assertThat(json(wrong).at("/errors").findValuesAsString("field")).containsExactly("phone", "language");
        assertProblem(
                perform(body(put("/api/customers/me"), Map.of("language", "fr", "email", "x@example.org"))
                        .header("If-Match", "\"0\"")
                        .with(own)),
                400,
                "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/customers/me", "PUT, /api/customers/me"})
    void staffHaveNoRecordOfTheirOwn(String method, String path) throws Exception {
        assertProblem(send(method, path, adviser), 403, "forbidden");
        assertProblem(send(method, path, signIn.administrator()), 403, "forbidden");
    }
}
