package fr.guichet.branches.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the API as somebody and reads what it says. */
final class Api {

    private final MockMvcTester mvc;
    private final JsonMapper json;

    Api(MockMvcTester mvc, JsonMapper json) {
        this.mvc = mvc;
        this.json = json;
    }

    /** An answer: its status, its JSON (missing node if it has none) and its entity tag. */
    record Answer(int status, JsonNode body, @Nullable String tag) {

        Answer is(int expected) {
            assertThat(status).as(body.toPrettyString()).isEqualTo(expected);
            return this;
        }

        void is4xx() {
            assertThat(status).as(body.toPrettyString()).isBetween(400, 499);
        }

        Answer isProblem(int expected, String name) {
            is(expected);
            assertThat(text("type")).isEqualTo("/problems/" + name);
            assertThat(text("title")).isNotBlank();
            assertThat(text("detail")).isNotBlank();
            return this;
        }

        String text(String pointer) {
            return body.at("/" + pointer).asString("");
        }

        String etag() {
            return Objects.requireNonNull(tag, "no entity tag");
        }
    }

    Answer get(RequestPostProcessor as, String path) {
        return send(HttpMethod.GET, as, path, null, null, "fr");
    }

    Answer get(RequestPostProcessor as, String path, String language) {
        return send(HttpMethod.GET, as, path, null, null, language);
    }

    Answer post(RequestPostProcessor as, String path, String body) {
        return send(HttpMethod.POST, as, path, body, null, "fr");
    }

    Answer put(RequestPostProcessor as, String path, @Nullable String seen, String body) {
        return send(HttpMethod.PUT, as, path, body, seen, "fr");
    }

    Answer delete(RequestPostProcessor as, String path) {
        return send(HttpMethod.DELETE, as, path, null, null, "fr");
    }

    Answer delete(RequestPostProcessor as, String path, @Nullable String seen) {
        return send(HttpMethod.DELETE, as, path, null, seen, "fr");
    }

    private Answer send(
            HttpMethod method,
            RequestPostProcessor as,
            String path,
            @Nullable String body,
            @Nullable String seen,
            String language) {
        var request = mvc.method(method).uri(path).with(as).header("Accept-Language", language);
        if (seen != null) {
            request.header("If-Match", seen);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return read(request.exchange());
    }

    private Answer read(MvcTestResult result) {
        try {
            var response = result.getResponse();
            var text = response.getContentAsString(UTF_8);
            return new Answer(
                    response.getStatus(),
                    text.isEmpty() ? json.missingNode() : json.readTree(text),
                    response.getHeader("ETag"));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
