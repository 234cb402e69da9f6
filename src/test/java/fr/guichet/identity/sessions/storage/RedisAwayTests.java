package fr.guichet.identity.sessions.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.RedisServer;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** While the Redis with the sessions is away, whoever needs one is told so, everybody else is served, and all comes back by itself. */
@ExtendWith(OutputCaptureExtension.class)
class RedisAwayTests {

    private static final String PASSWORD = KnownPassword.TEXT;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** A command may take two seconds; the rest is for a busy machine. */
    private static final Duration QUICK = Duration.ofSeconds(6);

    @Test
    void stoppedFrozenAndBackAgain(CapturedOutput output) {
        var url = TestDatabase.create();
        try (var redis = new RedisServer()) {
            redis.stop();
            try (var instance = Instances.on(url, redis.arguments());
                    var marie = Visitor.at(Instances.port(instance));
                    var passerBy = Visitor.at(Instances.port(instance))) {
                var email = customer(instance);
                assertThat(marie.signIn(email, PASSWORD).statusCode())
                        .as("started without Redis")
                        .isEqualTo(503);

                redis.start();
                backAgain(() -> marie.signIn(email, PASSWORD));

                redis.stop();
                toldAndServed(marie, passerBy);
                redis.start();
                backAgain(() -> marie.get("/api/sessions"));

                redis.freeze();
                try {
                    crowd(marie);
                    toldAndServed(marie, passerBy);
                } finally {
                    redis.thaw();
                }
                backAgain(() -> marie.get("/api/sessions"));
                assertThat(output.getAll())
                        .contains("Redis is away", "Redis is back")
                        .doesNotContain("failed unexpectedly", "\tat ", "entre nous");
            }
        }
    }

    private static void toldAndServed(Visitor marie, Visitor passerBy) {
        isTheProblem(marie.get("/api/sessions", "Accept-Language", "fr"), "vérifier votre connexion");
        isTheProblem(marie.get("/api/sessions", "Accept-Language", "en"), "check your sign-in");
        var begun = System.nanoTime();
        for (var i = 0; i < 3; i++) {
            assertThat(passerBy.get("/api/reasons").statusCode()).isEqualTo(200);
            assertThat(passerBy.get("/api/session").statusCode()).isEqualTo(200);
            assertThat(passerBy.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICK);
        assertThat(passerBy.get("/actuator/health").statusCode()).isEqualTo(503);
    }

    /** Everybody is told soon, however many ask. */
    private static void crowd(Visitor marie) {
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> marie.get("/api/sessions")))
                .limit(8)
                .toList();
        for (var answer : answers) {
            assertThat(answer).succeedsWithin(QUICK).satisfies(said -> isTheProblem(said, "sessions-unavailable"));
        }
    }

    private static void isTheProblem(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("nobody loses his session by asking")
                .noneMatch(cookie -> cookie.startsWith("GUICHET_SESSION"));
        assertThat(answer.body()).contains("/problems/sessions-unavailable", words);
    }

    private static void backAgain(Supplier<HttpResponse<String>> request) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(request.get().statusCode()).isEqualTo(200));
    }

    private static String customer(ConfigurableApplicationContext instance) {
        var email = "marie." + UUID.randomUUID() + "@example.org";
        KnownPassword.open(
                instance.getBean(Accounts.class), email, "Marie Lefèvre", Grants.of(Grant.customer(CustomerId.next())));
        return email;
    }
}
