package fr.guichet.platform.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.GuichetTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The page at the app's addresses, files with what browsers may keep, and nothing of the app where the server's part begins. */
@GuichetTest
@TestPropertySource(properties = "guichet.web.files=classpath:/web-app/")
class AppTests {

    private static final String ASSET = "/assets/app-abc123.js";

    @Autowired
    private RestTestClient client;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/rendez-vous",
                "/agences/018f0000-0000-7000-8000-000000000001?q=x",
                "/apiary"
            })
    void theAppIsAtItsAddresses(String address) {
        var answer = get(address, "identity", 200);
        assertThat(body(answer)).contains("<title>Guichet</title>").doesNotContain("__CSP_NONCE__");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getResponseHeaders().getETag()).isNull();
    }

    @Test
    void thePageNamesTheNonceOfItsOwnPolicy() {
        var first = get("/", "identity", 200);
        var nonce = body(first).replaceAll("(?s).*content=\"([^\"]*)\".*", "$1");
        assertThat(header(first, "Content-Security-Policy")).contains("'nonce-" + nonce + "'");
        assertThat(body(get("/", "identity", 200))).doesNotContain(nonce);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/missing.js", "/assets/missing", "/assets/missing-1.js", "/favicon.ico", "/a/b/c.png"})
    void whatLooksLikeAFileAndIsNoneIsNotFound(String address) {
        assertThat(body(get(address, "identity", 404))).doesNotContain("<title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/nothing", "/actuator/nothing", "/assets/../index.html"})
    void theAppDoesNotAnswerForTheServer(String address) {
        client.get().uri(address).exchange().expectBody(String.class).value(body -> assertThat(
                        Objects.requireNonNullElse(body, ""))
                .doesNotContain("<title>"));
    }

    @ParameterizedTest
    @CsvSource({"'gzip, deflate, br, zstd', br", "'gzip, br;q=0', gzip", "gzip, gzip", "identity, ''"})
    void compressedCopiesGoToBrowsersThatTakeThem(String accepted, String encoding) throws Exception {
        // A client that does not unpack by itself.
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + ASSET))
                            .header("Accept-Encoding", accepted)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding").orElse(""))
                    .isEqualTo(encoding);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("javascript");
            assertThat(answer.headers().allValues("Vary").contains("Accept-Encoding"))
                    .isEqualTo(!encoding.isEmpty());
            var copy = encoding.equals("gzip") ? ".gz" : encoding.isEmpty() ? "" : "." + encoding;
            assertThat(answer.body())
                    .isEqualTo(new ClassPathResource("web-app" + ASSET + copy).getContentAsByteArray());
        }
    }

    @Test
    void hashedFilesAreKeptForEver() {
        var answer = get(ASSET, "identity", 200);
        assertThat(body(answer)).contains("plain");
        assertThat(header(answer, "Cache-Control"))
                .contains("max-age=31536000")
                .contains("public")
                .contains("immutable");
    }

    @Test
    void otherFilesAreAskedForAgainAndSentOnce() {
        var first = get("/sw.js", "identity", 200);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        client.get()
                .uri("/sw.js")
                .header("If-None-Match", header(first, "ETag"))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void thePageIsOnlyRead() {
        client.post().uri("/rendez-vous").exchange().expectStatus().is4xxClientError();
    }

    private EntityExchangeResult<String> get(String address, String encoding, int status) {
        return client.get()
                .uri(address)
                .header("Accept-Encoding", encoding)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult();
    }

    private static String body(EntityExchangeResult<String> answer) {
        return Objects.requireNonNullElse(answer.getResponseBody(), "");
    }

    private static String header(EntityExchangeResult<String> answer, String name) {
        return Objects.requireNonNullElse(answer.getResponseHeaders().getFirst(name), "");
    }
}
