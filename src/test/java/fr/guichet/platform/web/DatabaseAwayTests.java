package fr.guichet.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.testing.CuttableLink;
import fr.guichet.testing.Instances;
import fr.guichet.testing.OpenDoors;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** While the database is away every answer comes soon and says so; when it is back, so is everything else. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTests {

    @Test
    void requestsFailFastAndRecoverByThemselves(CapturedOutput output) throws Exception {
        var url = TestDatabase.create();
        var database = URI.create(url.substring("jdbc:".length()));
        try (var link = new CuttableLink(database.getPort())) {
            var linked = url.replaceFirst(":" + database.getPort() + "/", ":" + link.port() + "/");
            try (var instance = Instances.on(linked, List.of(), ProbeController.class, OpenDoors.class);
                    var visitor = Visitor.at(Instances.port(instance))) {
                assertThat(write(visitor)).isEqualTo(200);
                visitor.plant("GUICHET_SESSION", "MDE4ZjAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx");

                link.cut();
                for (int i = 0; i < 5; i++) {
                    var start = System.nanoTime();
                    var answer = visitor.get("/api/session");
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.body()).contains("unavailable\",\"title\"");
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    assertThat(write(visitor)).isEqualTo(503);
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
                }
                await().untilAsserted(
                                () -> assertThat(status(visitor, "readiness")).isEqualTo(503));
                assertThat(status(visitor, "liveness")).isEqualTo(200);
                assertThat(output.getAll())
                        .as("a database that is away is no bug")
                        .doesNotContain("failed unexpectedly");

                link.mend();
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    assertThat(write(visitor)).isEqualTo(200);
                    assertThat(visitor.get("/api/session").statusCode()).isEqualTo(200);
                    assertThat(status(visitor, "readiness")).isEqualTo(200);
                });
            }
        }
    }

    private static int write(Visitor visitor) {
        return visitor.post("/api/probe/unchecked", "{\"name\": \"x\"}").statusCode();
    }

    private static int status(Visitor visitor, String probe) {
        return visitor.get("/actuator/health/" + probe).statusCode();
    }
}
