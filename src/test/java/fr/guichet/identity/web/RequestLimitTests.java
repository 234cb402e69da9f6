package fr.guichet.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Who asks more often than a person does, at two instances in turn. */
class RequestLimitTests {

    private static List<ConfigurableApplicationContext> instances = List.of();

    @BeforeAll
    static void twoInstances() {
        var database = TestDatabase.create();
        instances = IntStream.range(0, 2)
                .mapToObj(_ -> Instances.on(
                        database,
                        List.of(
                                "--guichet.limits.sign-in=6",
                                "--guichet.limits.recovery=3",
                                "--guichet.limits.everything=60",
                                // Nobody answers there, and nobody need: what is asked too often is not passed on.
                                "--guichet.sign-on.issuer=http://localhost:1/nobody",
                                "--guichet.sign-on.client-id=guichet-web")))
                .toList();
    }

    @AfterAll
    static void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void stepsOfSigningInAreCountedByAllInstancesTogether() {
        var answers = IntStream.range(0, 9)
                .map(number -> {
                    try (var visitor = Visitor.at(Instances.port(instances.get(number % 2)))) {
                        return visitor.begin("nobody@example.org", "x").statusCode();
                    }
                })
                .boxed()
                .toList();

        assertThat(answers.subList(0, 6)).containsOnly(200);
        assertThat(answers.subList(6, 9)).containsOnly(429);
        try (var visitor = Visitor.at(Instances.port(instances.getFirst()))) {
            var answer = visitor.begin("nobody@example.org", "x");
            assertThat(Visitor.json(answer).at("/type").asString()).isEqualTo("/problems/too-many-requests");
            assertThat(Visitor.json(answer).at("/detail").asString()).contains("Recommencez dans");
            assertThat(answer.headers().firstValue("retry-after"))
                    .hasValueSatisfying(
                            seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 10));
            assertThat(visitor.post("/api/recovery", "{\"email\":\"nobody@example.org\"}")
                            .statusCode())
                    .as("another limit")
                    .isEqualTo(204);
        }
    }

    @Test
    void comingBackFromTheBanksSignOnIsCountedToo() {
        try (var visitor = Visitor.at(Instances.port(instances.getFirst()))) {
            var ends = IntStream.range(0, 8)
                    .mapToObj(_ -> visitor.get(
                                    "/api/session/sign-on/callback?code=x&state=x", "X-Forwarded-For", "203.0.113.7")
                            .headers()
                            .firstValue("location")
                            .orElse(""))
                    .toList();

            assertThat(ends.subList(0, 6)).containsOnly("/connexion?raison=sign-on-expired");
            assertThat(ends.subList(6, 8)).containsOnly("/connexion?raison=sign-on-too-many");
        }
    }

    @Test
    void whatTheProviderIsSaidToSayIsCountedToo() {
        try (var visitor = Visitor.at(Instances.port(instances.getFirst()))) {
            var answers = IntStream.range(0, 100)
                    .map(_ -> visitor.send(
                                    "POST",
                                    "/api/session/sign-on/logout",
                                    "logout_token=x",
                                    "Content-Type",
                                    "application/x-www-form-urlencoded",
                                    "X-Forwarded-For",
                                    "203.0.113.8")
                            .statusCode())
                    .boxed()
                    .toList();

            assertThat(answers).startsWith(400).endsWith(429).containsOnly(400, 429);
        }
    }
}
