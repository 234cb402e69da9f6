package fr.guichet.customers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** Finding customers over HTTP. */
class CustomerSearchTests extends CustomersHttpTest {

    @Test
    void searchShowsTheOwnBranchOnly() throws Exception {
        assertThat(search(adviser, Map.of("q", "LEFEV mar")).at("/items/0/id").asString())
                .isEqualTo(marie.id().toString());
        assertThat(search(stranger, Map.of("q", "lefevre")).at("/items").size()).isZero();
        assertThat(search(adviser, Map.of()).at("/items").size()).isEqualTo(1);
    }

    @Test
    void searchGoesOnWhereThePageEnded() throws Exception {
        for (var i = 0; i < 4; i++) {
            perform(body(post("/api/customers"), Map.of("firstName", "Zoé", "lastName", "Zola", "language", "fr"))
                    .with(adviser));
        }
        var first = search(adviser, Map.of("q", "zo", "limit", 3));
        var second = search(
                adviser,
                Map.of("q", "zo", "limit", 3, "cursor", first.at("/nextCursor").asString()));

        assertThat(first.at("/items").size()).isEqualTo(3);
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.hasNonNull("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\":0}",
                "{\"limit\":101}",
                "{\"limit\":\"x\"}",
                "{\"cursor\":\"x\"}",
                "{\"cursor\":\"AAAA\"}",
                "[]",
                "",
                "{\"q\":{}}",
                "{\"name\":\"x\"}"
            })
    void hostileSearchesAreRefused(String request) throws Exception {
        var answer = perform(post("/api/customers/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content(request)
                .with(adviser));

        assertThat(answer.getStatus()).isIn(400, 422);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).doesNotContain("Exception", "java", "SQL");
    }
}
