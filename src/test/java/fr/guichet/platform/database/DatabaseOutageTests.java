package fr.guichet.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import fr.guichet.GuichetApplication;
import fr.guichet.platform.database.embedded.OwnServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What callers see while a real PostgreSQL is stopped or hangs: a quick 503, and everything back by itself afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageTests {

    /** The promise is three seconds; the rest is for a busy machine. */
    private static final Duration QUICK = Duration.ofSeconds(6);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String OPERATION = "/api/session";

    /** A session has to be looked for in the database. */
    private static final String COOKIE = "GUICHET_SESSION="
            + Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));

    private final HttpClient http = HttpClient.newHttpClient();
    private final OwnServer server;
    private final ConfigurableApplicationContext guichet;

    DatabaseOutageTests(@TempDir Path folder) {
        server = new OwnServer(folder.resolve("home"));
        var address = server.address();
        guichet = new SpringApplicationBuilder(GuichetApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + address.url(),
                        "--spring.datasource.username=" + address.role(),
                        "--spring.datasource.password=" + address.password());
    }

    @AfterAll
    void close() {
        guichet.close();
        server.close();
    }

    @BeforeEach
    void everythingWorks() {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(status("/actuator/health/readiness")).isEqualTo(200);
            assertThat(get(OPERATION)).returns(200, HttpResponse::statusCode);
        });
    }

    @AfterEach
    void everythingWorksAgain() {
        everythingWorks();
        var pool = guichet.getBean(HikariDataSource.class).getHikariPoolMXBean();
        await().atMost(LIMIT).until(() -> pool.getThreadsAwaitingConnection() == 0 && pool.getActiveConnections() == 0);
    }

    @Test
    void aServerThatHangsIsAnsweredFor() {
        var threads = ManagementFactory.getThreadMXBean().getThreadCount();
        server.freeze();
        try {
            answersQuicklyWithAProblem();
        } finally {
            server.thaw();
        }
        everythingWorks();
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 20);
    }

    @Test
    void aServerThatIsStoppedIsAnsweredFor() {
        server.stop();
        try {
            answersQuicklyWithAProblem();
        } finally {
            server.start();
        }
    }

    @Test
    void aStatementThatHangsWithTheServerIsCut() {
        var statement = CompletableFuture.runAsync(() -> guichet.getBean(JdbcClient.class)
                .sql("SELECT pg_sleep(60)")
                .query()
                .singleRow());
        await().atMost(LIMIT)
                .until(() -> guichet.getBean(JdbcClient.class)
                                .sql("SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'")
                                .query(Integer.class)
                                .single()
                        == 1);
        server.freeze();
        try {
            await().atMost(QUICK).until(statement::isCompletedExceptionally);
        } finally {
            server.thaw();
        }
    }

    @Test
    void aLongStatementIsNotCutWhileTheServerAnswers() {
        assertThat(guichet.getBean(JdbcClient.class)
                        .sql("SELECT 7 FROM pg_sleep(4)")
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
    }

    private void answersQuicklyWithAProblem() {
        // In the moment it goes, before anybody can know ...
        var crowd = Stream.generate(() -> CompletableFuture.supplyAsync(() -> get(OPERATION)))
                .limit(8)
                .toList();
        for (var caught : crowd) {
            assertThat(caught).succeedsWithin(QUICK).satisfies(this::isTheProblem);
        }
        // ... and once it is known.
        await().atMost(QUICK).until(() -> status("/actuator/health/readiness") == 503);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(status("/no-such-page.png")).isEqualTo(404);
        var begun = System.nanoTime();
        for (var i = 0; i < 20; i++) {
            isTheProblem(get(OPERATION));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    private void isTheProblem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("/problems/database-unavailable");
    }

    private int status(String path) {
        return get(path).statusCode();
    }

    private HttpResponse<String> get(String path) {
        var port = guichet.getEnvironment().getRequiredProperty("local.server.port");
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Cookie", COOKIE)
                            .timeout(LIMIT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
