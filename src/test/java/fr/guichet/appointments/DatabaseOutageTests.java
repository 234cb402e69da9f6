package fr.guichet.appointments;

import static fr.guichet.appointments.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import fr.guichet.branches.ReasonId;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.CuttableLink;
import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What customers see while the database is away, what operators read, and that nothing is lost or done twice when it is back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageTests {

    private static final Duration QUICK = Duration.ofSeconds(3);

    /** The promise is three seconds too; the rest is for a busy machine. */
    private static final Duration CAUGHT = Duration.ofSeconds(6);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PASSWORD = "une porte en bois bleu";
    private static final int CROWD = 6;

    /** Counts what the job scheduler could not do. */
    @TestComponent
    static final class JobTroubles extends AbstractSchedulerListener {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (type == SchedulerEventType.UNEXPECTED_ERROR) {
                count.incrementAndGet();
            }
        }
    }

    private final String url = TestDatabase.create();
    private final CuttableLink link;
    private final ConfigurableApplicationContext instance;
    private final Town.Place place;
    private final ReasonId reason;
    private final List<Visitor> visitors = new ArrayList<>();

    DatabaseOutageTests() {
        var database = URI.create(url.substring("jdbc:".length()));
        link = new CuttableLink(database.getPort());
        instance = Instances.on(
                url.replaceFirst(":" + database.getPort() + "/", ":" + link.port() + "/"),
                List.of("--db-scheduler.polling-interval=200ms", "--db-scheduler.heartbeat-interval=300ms"),
                AppointmentsTest.Time.class,
                Town.class,
                JobTroubles.class);
        var town = instance.getBean(Town.class);
        place = town.place(CROWD);
        reason = town.reason();
    }

    @BeforeAll
    void customersSignIn() {
        var accounts = instance.getBean(Accounts.class);
        var password = new InitialPassword.Encoded(accounts.encode(PASSWORD));
        for (var i = 0; i < CROWD; i++) {
            var email = UUID.randomUUID() + "@example.org";
            accounts.open(new OpenAccount(
                            new EmailAddress(email),
                            password,
                            "Marie",
                            "fr",
                            Grants.of(Grant.customer(CustomerId.next()))))
                    .orThrow();
            var visitor = Visitor.at(Instances.port(instance));
            assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
            visitors.add(visitor);
        }
    }

    @AfterAll
    void close() throws Exception {
        visitors.forEach(Visitor::close);
        instance.close();
        link.close();
    }

    @Test
    void everythingIsRefusedQuicklyAndComesBackByItself(CapturedOutput output) {
        var marie = visitors.getFirst();
        var key = UUID.randomUUID().toString();
        var slots = "/api/slots?branch=%s&reason=%s&from=2026-11-23&to=2026-11-24".formatted(place.branch(), reason);
        assertThat(marie.get(slots).statusCode()).isEqualTo(200);

        link.cut();
        try {
            // In the moment it goes, before anybody can know ...
            isRefused(() -> book(marie, "2026-11-23T09:00", key), CAUGHT);
            isRefused(() -> marie.get(slots), CAUGHT);
            isRefused(() -> marie.get("/api/appointments"), CAUGHT);
            // ... and once it is known.
            await().atMost(CAUGHT).until(() -> health(marie, "readiness") == 503);
            for (var i = 0; i < 5; i++) {
                isRefused(() -> marie.get(slots), QUICK);
                isRefused(() -> book(marie, "2026-11-23T09:00", key), QUICK);
                isRefused(() -> marie.get("/api/appointments"), QUICK);
                assertThat(health(marie, "liveness")).isEqualTo(200);
                assertThat(health(marie, "readiness")).isEqualTo(503);
            }
            // Jobs and heartbeats have had their turn and failed.
            var failures = instance.getBean(JobTroubles.class);
            var before = failures.count.get();
            await().atMost(LIMIT).until(() -> failures.count.get() > before + 3);
        } finally {
            link.mend();
        }
        assertThat(output.getAll())
                .as("a line for each, not a stack trace")
                .doesNotContain("\tat org.postgresql", "\tat com.github.kagkarlsson", "failed unexpectedly")
                .contains("The database does not answer");

        await().atMost(LIMIT).until(() -> book(marie, "2026-11-23T09:00", key).statusCode() == 201);
        var again = book(marie, "2026-11-23T09:00", key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(visitsAt("2026-11-23T09:00")).isEqualTo(1);
        await().atMost(LIMIT).until(() -> health(marie, "readiness") == 200);
        assertThat(Visitor.json(marie.get("/api/appointments")).at("/items"))
                .extracting(visit -> visit.get("id").asString())
                .contains(Visitor.json(again).get("id").asString());
    }

    @Test
    void whoeverWasCutOffAsksAgainAndHasOneVisit() {
        for (var round = 0; round < 5; round++) {
            var start = "2026-11-24T%02d:00".formatted(9 + round % 3 + (round > 2 ? 5 : 0));
            var keys = IntStream.range(0, CROWD)
                    .mapToObj(i -> UUID.randomUUID().toString())
                    .toList();
            var crowd = IntStream.range(0, CROWD)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> book(visitors.get(i), start, keys.get(i))))
                    .toList();
            // Somewhere between the first statement of the first and the commit of the last.
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> attempts() > 0 || crowd.getFirst().isDone());
            link.cut();
            var answers = crowd.stream().map(CompletableFuture::join).toList();
            link.mend();

            for (var i = 0; i < CROWD; i++) {
                var visitor = visitors.get(i);
                var key = keys.get(i);
                var answer = answers.get(i);
                assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
                var after = await().atMost(LIMIT)
                        .until(() -> book(visitor, start, key), retried -> retried.statusCode() != 503);
                assertThat(after.statusCode()).as(after.body()).isEqualTo(201);
                if (answer.statusCode() == 201) {
                    assertThat(after.body()).isEqualTo(answer.body());
                }
            }
            assertThat(visitsAt(start)).isEqualTo(CROWD);
        }
        assertThat(instance.getBean(Town.class).overlaps()).isZero();
    }

    private HttpResponse<String> book(Visitor visitor, String start, String key) {
        return visitor.post(
                "/api/appointments",
                "{\"branchId\": \"%s\", \"reasonId\": \"%s\", \"start\": \"%s\"}"
                        .formatted(place.branch(), reason, at(start)),
                "Idempotency-Key",
                key);
    }

    private static void isRefused(Supplier<HttpResponse<String>> request, Duration within) {
        var begun = System.nanoTime();
        var answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(within);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("/problems/database-unavailable");
    }

    /** With the session that the visitor has: looking for it must not be what makes a probe wait. */
    private static int health(Visitor visitor, String probe) {
        return visitor.get("/actuator/health/" + probe).statusCode();
    }

    private long visitsAt(String start) {
        return direct().sql(
                        "select count(*) from appointments.appointment where branch_id = :branch and starts = :start::timestamptz")
                .param("branch", place.branch().value())
                .param("start", at(start).toString())
                .query(Long.class)
                .single();
    }

    private long attempts() {
        return direct().sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()
                        """).query(Long.class).single();
    }

    /** Past the link. */
    private JdbcClient direct() {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    }
}
