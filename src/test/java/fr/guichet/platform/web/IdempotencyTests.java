package fr.guichet.platform.web;

import static fr.guichet.testing.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.Instances;
import fr.guichet.testing.OpenDoors;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A request that arrives twice acts once, whichever instance it reaches and whatever else happens. */
@GuichetTest
@Import({ProbeController.class, OpenDoors.class})
class IdempotencyTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StoredAnswers answers;

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    void repeatsTheFirstAnswerByteForByte() {
        var key = UUID.randomUUID().toString();
        var name = "Zoë «" + key.substring(0, 8) + "»";

        var first =
                make("marie", key, name).expectStatus().isCreated().expectBody().returnResult();
        var second =
                make("marie", key, name).expectStatus().isCreated().expectBody().returnResult();

        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(second.getResponseHeaders().getLocation())
                .isEqualTo(first.getResponseHeaders().getLocation());
        assertThat(second.getResponseHeaders().getETag())
                .isEqualTo(first.getResponseHeaders().getETag());
        assertThat(second.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(first.getResponseHeaders().getFirst(Idempotency.REPLAY)).isNull();
        assertThat(second.getResponseHeaders().getFirst(Idempotency.REPLAY)).isEqualTo("true");
        assertThat(made(name)).isEqualTo(1);
    }

    @Test
    void keepsCallersApartAndLetsThoseWithoutAKeyThrough() {
        var key = UUID.randomUUID().toString();
        make("marie", key, key.substring(0, 20)).expectStatus().isCreated();
        make("pierre", key, key.substring(0, 20)).expectStatus().isCreated();
        assertThat(made(key.substring(0, 20))).isEqualTo(2);

        client.post()
                .uri("/api/probe/made")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"plain\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists(HttpHeaders.LOCATION);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        var key = UUID.randomUUID().toString();
        make("marie", key, "one").expectStatus().isCreated();

        problem(make("marie", key, "two"), 422, "idempotency-key-reused");
    }

    @Test
    void forgetsRefusalsSinceNothingHappened() {
        var key = UUID.randomUUID().toString();
        problem(make("marie", key, "refused"), 409, "stale");
        assertThat(made("refused")).isZero();
        problem(make("marie", key, "refused"), 409, "stale");
        make("marie", key, "accepted").expectStatus().isCreated();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space"})
    void refusesUnreadableKeys(String key) {
        problem(make("marie", key, "one"), 400, "idempotency-key-invalid");
        problem(make("marie", "k".repeat(101), "one"), 400, "idempotency-key-invalid");
    }

    @Test
    void forgetsAfterADay() {
        var key = UUID.randomUUID().toString();
        make("marie", key, key.substring(0, 20)).expectStatus().isCreated();
        answers.expire();
        make("marie", key, key.substring(0, 20)).expectHeader().valueEquals(Idempotency.REPLAY, "true");
        jdbc.sql("update platform.idempotent_request set created_at = now() - interval '25 hours'")
                .update();

        answers.expire();

        make("marie", key, key.substring(0, 20)).expectHeader().doesNotExist(Idempotency.REPLAY);
    }

    @Test
    void actsOnceWhenTwoInstancesAreAskedManyTimesAtOnce() throws Exception {
        try (var other = Instances.beside(context, ProbeController.class, OpenDoors.class);
                var http = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(32)) {
            for (int round = 0; round < 5; round++) {
                var key = UUID.randomUUID().toString();
                var start = new CountDownLatch(1);
                var asked = new ArrayList<Future<HttpResponse<String>>>();
                IntStream.range(0, 32).forEach(i -> {
                    var port = Instances.port(i % 2 == 0 ? context : other);
                    Callable<HttpResponse<String>> ask = () -> {
                        start.await();
                        return http.send(request(port, key), HttpResponse.BodyHandlers.ofString());
                    };
                    asked.add(threads.submit(ask));
                });
                start.countDown();

                var bodies = new ArrayList<String>();
                var replays = 0;
                for (var answer : asked) {
                    assertThat(answer.get().statusCode()).isEqualTo(201);
                    bodies.add(answer.get().body());
                    replays += answer.get()
                                    .headers()
                                    .firstValue(Idempotency.REPLAY)
                                    .isPresent()
                            ? 1
                            : 0;
                }
                assertThat(bodies).containsOnly(bodies.getFirst());
                assertThat(replays).isEqualTo(31);
                assertThat(made(key.substring(0, 30))).isEqualTo(1);
            }
        }
    }

    private static HttpRequest request(int port, String key) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/probe/made"))
                .header("Content-Type", "application/json")
                .header(Idempotency.KEY, key)
                .header(OpenDoors.USER, "marie")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"%s\"}".formatted(key.substring(0, 30))))
                .build();
    }

    private ResponseSpec make(String user, String key, String name) {
        return client.post()
                .uri("/api/probe/made")
                .contentType(MediaType.APPLICATION_JSON)
                .header(OpenDoors.USER, user)
                .header(Idempotency.KEY, key)
                .body("{\"name\": \"%s\"}".formatted(name))
                .exchange();
    }

    private long made(String name) {
        return jdbc.sql("select count(*) from public.probe_made where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
