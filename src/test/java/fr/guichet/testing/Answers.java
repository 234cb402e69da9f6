package fr.guichet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What the answers of the API have in common, checked in one place. */
public final class Answers {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON_OBJECT =
            new ParameterizedTypeReference<>() {};

    private Answers() {}

    /**
     * Checks that the answer is this problem, complete and free of internals.
     *
     * @param name the last part of its type: {@code slot-taken}
     * @return its members, for what is particular to it
     */
    public static Map<String, Object> problem(ResponseSpec response, int status, String name) {
        response.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        var problem = json(response);
        assertThat(problem)
                .containsEntry("type", "/problems/" + name)
                .containsEntry("status", status)
                .hasEntrySatisfying("title", title -> assertThat((String) title).isNotBlank())
                .hasEntrySatisfying(
                        "detail", detail -> assertThat((String) detail).isNotBlank())
                .hasEntrySatisfying("requestId", id -> assertThat((String) id).isNotBlank());
        assertThat(problem.toString()).doesNotContain("Exception", "fr.guichet", "org.springframework", "SQL");
        return problem;
    }

    /** The answer's JSON object. */
    public static Map<String, Object> json(ResponseSpec response) {
        var body = response.expectBody(JSON_OBJECT).returnResult().getResponseBody();
        assertThat(body).as("the answer's JSON object").isNotNull();
        return body == null ? Map.of() : body;
    }
}
