package fr.guichet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.GuichetTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API says what a client has to know. */
@GuichetTest
class OpenApiTests {

    @Autowired
    private RestTestClient client;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void everyOperationSaysWhatItAnswersWhenItRefuses() {
        var api = json.readTree(described());
        assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
        for (var path : api.get("paths").properties()) {
            assertThat(path.getKey()).startsWith("/api/");
            for (var operation : path.getValue().properties()) {
                assertThat(operation
                                .getValue()
                                .at("/responses/default/content/application~1problem+json/schema/$ref")
                                .asString())
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
    }

    @Test
    void whatIsNotNullableIsRequired() {
        JsonNode letter = json.readTree(described()).at("/components/schemas/DeadLetter");

        assertThat(letter.get("required").valueStream().map(JsonNode::asString))
                .contains("id", "attempts", "lastFailed")
                .doesNotContain("replayed");
    }

    private String described() {
        var body = client.get()
                .uri("/api/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(new String(body, UTF_8))) + "\n";
    }
}
