package fr.guichet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the API as somebody and reads what it says. */
@TestComponent
public final class Api {

    private final MockMvcTester mvc;
    private final JsonMapper json;

    Api(MockMvcTester mvc, JsonMapper json) {
        this.mvc = mvc;
        this.json = json;
    }

    /**
     * An answer.
     *
     * @param body its JSON; the missing node if it has none
     */
    public record Answer(int status, JsonNode body, String content, MockHttpServletResponse response) {

        public Answer is(int expected) {
            assertThat(status).as(content).isEqualTo(expected);
            return this;
        }

        public void is4xx() {
            assertThat(status).as(content).isBetween(400, 499);
        }

        /** Checks that it is this problem, complete and free of internals. */
        public Answer isProblem(int expected, String name) {
            is(expected);
            assertThat(response.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            assertThat(text("type")).isEqualTo("/problems/" + name);
            assertThat(text("title")).isNotBlank();
            assertThat(text("detail")).isNotBlank();
            assertThat(text("requestId")).isNotBlank();
            assertThat(content).doesNotContain("Exception", "fr.guichet", "org.springframework", "SQL");
            return this;
        }

        public String text(String pointer) {
            return body.at("/" + pointer).asString("");
        }

        public String header(String name) {
            return Objects.requireNonNullElse(response.getHeader(name), "");
        }

        public String etag() {
            return Objects.requireNonNull(response.getHeader("ETag"), "no entity tag");
        }
    }

    public Answer get(RequestPostProcessor as, String path) {
        return send(HttpMethod.GET, as, path, null);
    }

    public Answer get(RequestPostProcessor as, String path, String language) {
        return send(HttpMethod.GET, as, path, null, "Accept-Language", language);
    }

    public Answer post(RequestPostProcessor as, String path, @Nullable String body, String... headers) {
        return send(HttpMethod.POST, as, path, body, headers);
    }

    public Answer put(RequestPostProcessor as, String path, @Nullable String seen, String body) {
        return send(HttpMethod.PUT, as, path, body, ifMatch(seen));
    }

    public Answer delete(RequestPostProcessor as, String path) {
        return send(HttpMethod.DELETE, as, path, null);
    }

    public Answer delete(RequestPostProcessor as, String path, @Nullable String seen) {
        return send(HttpMethod.DELETE, as, path, null, ifMatch(seen));
    }

    /**
     * Sends a request, in French unless it says otherwise.
     *
     * @param headers name, value, name, value …
     */
    public Answer send(
            HttpMethod method, RequestPostProcessor as, String path, @Nullable String body, String... headers) {
        var request = mvc.method(method).uri(path).with(as);
        var language = "fr";
        for (var i = 0; i + 1 < headers.length; i += 2) {
            if (headers[i].equals("Accept-Language")) {
                language = headers[i + 1];
            } else {
                request.header(headers[i], headers[i + 1]);
            }
        }
        request.header("Accept-Language", language);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return read(request.exchange());
    }

    private static String[] ifMatch(@Nullable String seen) {
        return seen == null ? new String[0] : new String[] {"If-Match", seen};
    }

    private Answer read(MvcTestResult result) {
        try {
            var response = result.getResponse();
            var content = response.getContentAsString(UTF_8);
            return new Answer(response.getStatus(), body(response, content), content, response);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode body(MockHttpServletResponse response, String content) {
        var type = response.getContentType();
        return type != null && type.contains("json") ? json.readTree(content) : json.missingNode();
    }
}
