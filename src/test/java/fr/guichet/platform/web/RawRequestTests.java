package fr.guichet.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.OpenDoors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Requests that no well-behaved client would send, byte by byte: each gets a problem, and none a stack trace. */
@GuichetTest
@Import({ProbeController.class, OpenDoors.class})
@ExtendWith(OutputCaptureExtension.class)
class RawRequestTests {

    @LocalServerPort
    private int port;

    static Stream<Arguments> unusual() {
        return Stream.of(
                Arguments.of("a header too long", get("/api/probe/fails", "X: " + "x".repeat(40_000)), 400),
                Arguments.of("an address too long", get("/api/probe/fails?q=" + "x".repeat(40_000), "X: y"), 400),
                Arguments.of("no request line", "\u0001\u0002\r\n\r\n", 400),
                Arguments.of("no host", "GET /api/probe/fails HTTP/1.1\r\n\r\n", 400),
                Arguments.of("NUL in the path", get("/api/probe/things/%00", "X: y"), 400),
                Arguments.of("a bad escape in the path", get("/api/probe/things/%zz", "X: y"), 400),
                Arguments.of("a bad escape in the query", get("/api/probe/parameters?q=%zz", "X: y"), 400),
                Arguments.of("broken UTF-8 in the query", get("/api/probe/parameters?limit=%ff", "X: y"), 400),
                Arguments.of("a way out of the folder", get("/api/../../etc/passwd", "X: y"), 400),
                Arguments.of("an encoded slash", get("/api/probe/things/a%2fb", "X: y"), 400),
                Arguments.of(
                        "an unknown method",
                        "BREW /api/probe/fails HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                        400),
                Arguments.of("TRACE", "TRACE /api/probe/fails HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 405),
                Arguments.of(
                        "JSON in the wrong encoding",
                        post("application/json", "{\"name\": \"\u00e9\"}", "Content-Length: 13"),
                        400),
                Arguments.of(
                        "a charset that is none", post("text/plain;charset=klingon", "abc", "Content-Length: 3"), 415),
                Arguments.of("a media type that is none", post("nonsense", "abc", "Content-Length: 3"), 415),
                Arguments.of(
                        "two lengths", post("application/json", "{}", "Content-Length: 2\r\nContent-Length: 5"), 400),
                Arguments.of(
                        "a chunk that is none",
                        post("application/json", "zz\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
                        400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusual")
    void answersWithAProblem(String what, String request, int status, CapturedOutput output) throws IOException {
        var answer = send(request.getBytes(ISO_8859_1));

        assertThat(answer).as(what).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("application/problem+json").contains("\"type\":\"/problems/");
        assertThat(answer).doesNotContain("<html", "Exception", "Tomcat", "\tat ");
        assertThat(output.getAll()).doesNotContain("\tat org.apache.c", "\tat fr.guichet.platform.web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001\u0002\r\n\r\n",
                "GET /api/../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "TRACE /api/probe/fails HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            })
    void marksAsDataWhatNoSecurityFilterSaw(String request) throws IOException {
        assertThat(send(request.getBytes(ISO_8859_1)))
                .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'")
                .contains("Cross-Origin-Resource-Policy: same-origin");
    }

    @Test
    void refusesTenMegabytesThatSayTheirLength() throws Exception {
        assertTooLarge(HttpRequest.BodyPublishers.ofByteArray(tenMegabytes()), "/api/probe/bodies");
        assertTooLarge(HttpRequest.BodyPublishers.ofByteArray(tenMegabytes()), "/api/probe/text");
    }

    @Test
    void refusesTenMegabytesInChunks() throws Exception {
        assertTooLarge(
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tenMegabytes())),
                "/api/probe/bodies");
        assertTooLarge(
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tenMegabytes())),
                "/api/probe/text");
    }

    @Test
    void takesMoreWhereTheOperationSaysSo() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/probe/text"))
                            .header("Content-Type", "text/plain")
                            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(500_000)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"length\":500000}");
        }
    }

    private static byte[] tenMegabytes() {
        return " ".repeat(10 * 1024 * 1024).getBytes(UTF_8);
    }

    private void assertTooLarge(HttpRequest.BodyPublisher body, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Content-Type", path.endsWith("text") ? "text/plain" : "application/json")
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("/problems/body-too-large");
        }
    }

    private String send(byte[] request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // the server had seen enough; its answer is still to be read
            }
            var answer = new ByteArrayOutputStream();
            copy(socket.getInputStream(), answer);
            return answer.toString(UTF_8);
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        try {
            from.transferTo(to);
        } catch (SocketException e) {
            // reset after the answer
        }
    }

    private static String get(String path, String header) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n";
    }

    private static String post(String type, String body, String header) {
        return "POST /api/probe/bodies HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\n" + header + "\r\n\r\n" + body;
    }
}
