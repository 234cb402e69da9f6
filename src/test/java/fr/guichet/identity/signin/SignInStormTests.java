package fr.guichet.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** More people sign in than can be served: few are looked at, some wait, the rest hears so at once, and nobody else notices. */
class SignInStormTests {

    private static final int HASHED = 2;
    private static final int WAITING = 6;
    private static final int CROWD = 60;

    private static final CountDownLatch RELEASE = new CountDownLatch(1);
    private static final AtomicInteger AT_ONCE = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    @Test
    void theRestIsToldAtOnceAndNobodyElseNotices() throws Exception {
        try (var instance = Instances.on(
                        TestDatabase.create(),
                        List.of("--guichet.sign-in.hashing-threads=2", "--guichet.sign-in.hashing-queue=3"),
                        Held.class);
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = IntStream.range(0, HASHED + WAITING)
                    .mapToObj(number -> crowd.submit(attempt(instance, number, "fr")))
                    .toList();
            await().until(() -> instance.getBean(PasswordHashing.class).isFull() && AT_ONCE.get() == HASHED);
            var counted = counted(instance);

            var rest = IntStream.range(0, CROWD)
                    .mapToObj(number -> crowd.submit(attempt(instance, 100 + number, number % 2 == 0 ? "fr" : "en")))
                    .toList();
            for (var number = 0; number < CROWD; number++) {
                isToldToComeBack(
                        rest.get(number).get(),
                        number % 2 == 0
                                ? "Trop de personnes se connectent en même temps. Réessayez dans quelques secondes."
                                : "Too many people are signing in at once. Try again in a few seconds.");
            }
            assertThat(counted(instance))
                    .as("who was turned away cost the database nothing")
                    .isEqualTo(counted);
            try (var passerBy = Visitor.at(Instances.port(instance))) {
                assertThat(passerBy.get("/api/reasons").statusCode()).isEqualTo(200);
                assertThat(passerBy.get("/api/session").statusCode()).isEqualTo(200);
            }
            assertThat(first).noneMatch(answer -> answer.isDone());

            RELEASE.countDown();
            for (var answer : first) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
            assertThat(MOST).hasValue(HASHED);
        }
    }

    private static void isToldToComeBack(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(Visitor.json(answer).at("/type").asString()).isEqualTo("/problems/sign-in-busy");
        assertThat(Visitor.json(answer).at("/detail").asString()).isEqualTo(words);
    }

    private static Callable<HttpResponse<String>> attempt(
            ConfigurableApplicationContext instance, int number, String language) {
        return () -> {
            try (var somebody = Visitor.at(Instances.port(instance))
                    .saying("X-Forwarded-For", "198.18.0." + number)
                    .saying("Accept-Language", language)) {
                somebody.plant("XSRF-TOKEN", "as-a-page-would-have-it");
                return somebody.post(
                        "/api/session", "{\"email\":\"nobody%d@example.org\",\"password\":\"x\"}".formatted(number));
            }
        };
    }

    /** Addresses that are counted. */
    private static long counted(ConfigurableApplicationContext instance) {
        return instance.getBean(JdbcClient.class)
                .sql("select count(*) from platform.rate_limit")
                .query(Long.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class Held {

        @Bean
        static BeanPostProcessor heldEncoder() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PasswordEncoder encoder ? new HeldEncoder(encoder) : bean;
                }
            };
        }
    }

    /** Hashes take until they are let go. */
    private record HeldEncoder(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            MOST.accumulateAndGet(AT_ONCE.incrementAndGet(), Math::max);
            try {
                RELEASE.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            AT_ONCE.decrementAndGet();
            return encoder.matches(password, hash);
        }
    }
}
