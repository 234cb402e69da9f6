package fr.guichet.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.testing.CuttableLink;
import fr.guichet.testing.Instances;
import fr.guichet.testing.OpenDoors;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * While the database is away every answer says so, whoever asks and wherever it was noticed; when it is back, so is everything else.
 * How soon the answers come is a matter of {@code platform.database} and its tests.
 */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTests {

    @Test
    void requestsAreAnsweredAndRecoverByThemselves(CapturedOutput output) throws Exception {
        var url = TestDatabase.create();
        var database = URI.create(url.substring("jdbc:".length()));
        try (var link = new CuttableLink(database.getPort())) {
            var linked = url.replaceFirst(":" + database.getPort() + "/", ":" + link.port() + "/");
            try (var instance = Instances.on(linked, List.of(), ProbeController.class, OpenDoors.class);
                    var visitor = Visitor.at(Instances.port(instance));
                    var orchestrator = Visitor.at(Instances.port(instance))) {
                assertThat(write(visitor)).isEqualTo(200);
                visitor.plant("GUICHET_SESSION", "MDE4ZjAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx");

                link.cut();
                for (int i = 0; i < 3; i++) {
                    var answer = visitor.get("/api/session");
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body()).contains("unavailable\",\"title\"");
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    assertThat(write(visitor)).isEqualTo(503);
                }
                await().untilAsserted(() ->
                        assertThat(status(orchestrator, "readiness")).isEqualTo(503));
                assertThat(status(orchestrator, "liveness")).isEqualTo(200);
                assertThat(output.getAll())
                        .as("a database that is away is no bug")
                        .doesNotContain("failed unexpectedly");

                link.mend();
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    assertThat(write(visitor)).isEqualTo(200);
                    assertThat(visitor.get("/api/session").statusCode()).isEqualTo(200);
                    assertThat(status(orchestrator, "readiness")).isEqualTo(200);
                });
            }
        }
    }

    @Test
    void anAnswerThatCouldNotBeFinishedLeavesNothingBehind(CapturedOutput output) throws Exception {
        var url = TestDatabase.create();
        var database = URI.create(url.substring("jdbc:".length()));
        try (var link = new CuttableLink(database.getPort())) {
            Cutter.LINK.set(link);
            var linked = url.replaceFirst(":" + database.getPort() + "/", ":" + link.port() + "/");
            try (var instance = Instances.on(linked, List.of(), Cutter.class, OpenDoors.class);
                    var visitor = Visitor.at(Instances.port(instance))) {
                var begun = visitor.post("/api/probe/cut", "{}");
                assertThat(begun.statusCode()).isEqualTo(503);
                assertThat(begun.body()).startsWith("{").endsWith("}").contains("/problems/database-unavailable");
                assertThat(begun.headers().map())
                        .as("those of the answer that was to be")
                        .doesNotContainKeys("etag", "location");

                link.mend();
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                                visitor.get("/api/probe/cut").statusCode())
                        .isEqualTo(200));
                // The pool may still hold connections of before, which it trusts for half a second.
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    link.mend();
                    var finished = visitor.post("/api/probe/cut?afterwards=true", "{}");
                    assertThat(finished.statusCode()).as("on its way already").isEqualTo(201);
                    assertThat(finished.body()).hasSize(Cutter.LENGTH);
                });
                assertThat(output.getAll())
                        .doesNotContain("\tat org.apache.c", "\tat fr.guichet.platform.web", "failed unexpectedly");
            }
        }
    }

    /** Cuts the link when all is done but the session saved. */
    @TestComponent
    @RestController
    @RequestMapping("/api/probe/cut")
    static class Cutter {

        static final AtomicReference<CuttableLink> LINK = new AtomicReference<>();
        static final int LENGTH = 1_500;

        @GetMapping
        Map<String, Object> works() {
            return Map.of();
        }

        @PostMapping
        @Nullable ResponseEntity<byte[]> cut(
                @RequestParam(defaultValue = "false") boolean afterwards,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            request.getSession().setAttribute("some", UUID.randomUUID().toString());
            var body = "x".repeat(LENGTH).getBytes(UTF_8);
            if (afterwards) {
                response.setStatus(201);
                response.getOutputStream().write(body);
                response.flushBuffer();
                request.getSession().setAttribute("some", UUID.randomUUID().toString());
            }
            LINK.get().cut();
            return afterwards
                    ? null
                    : ResponseEntity.created(URI.create("/api/probe/things/1"))
                            .eTag("\"1\"")
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(body);
        }
    }

    private static int write(Visitor visitor) {
        return visitor.post("/api/probe/unchecked", "{\"name\": \"x\"}").statusCode();
    }

    /** Whoever probes has no session. */
    private static int status(Visitor orchestrator, String probe) {
        return orchestrator.get("/actuator/health/" + probe).statusCode();
    }
}
