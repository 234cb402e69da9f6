package fr.guichet.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.guichet.testing.GuichetTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API that the web client is generated from, {@code web/openapi.json}, is the one the controllers make. After
 * a change that was meant: {@code mvn -Dopenapi.update=true test -Dtest=OpenApiTests}.
 */
@GuichetTest
class OpenApiTests {

    private static final Path AGREED = Path.of("web/openapi.json");
    private static final Path NOW = Path.of("target/openapi.json");

    @Autowired
    private RestTestClient client;

    @Autowired
    private OpenApiWebMvcResource controllers;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theFileIsWhatTheControllersSay() throws IOException {
        var now = described();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(AGREED, now);
        }
        Files.writeString(NOW, now);

        assertThat(Files.readString(AGREED))
                .as("%s differs from %s; if that is meant, run with -Dopenapi.update=true", AGREED, NOW)
                .isEqualTo(now);
    }

    @Test
    void everyOperationSaysWhatItAnswersWhenItRefuses() throws IOException {
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
    void whatIsNotNullableIsRequired() throws IOException {
        JsonNode letter = json.readTree(described()).at("/components/schemas/DeadLetter");

        assertThat(letter.get("required").valueStream().map(JsonNode::asString))
                .contains("id", "attempts", "lastFailed")
                .doesNotContain("replayed");
    }

    @Test
    void theProgramShowsTheFile() throws IOException {
        var shown = client.get()
                .uri("/api/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();

        assertThat(new String(shown, UTF_8)).isEqualTo(Files.readString(AGREED));
    }

    private String described() throws JsonProcessingException {
        var body = controllers.openapiJson(new MockHttpServletRequest(), "", Locale.ROOT);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(new String(body, UTF_8))) + "\n";
    }
}
