package fr.guichet.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordHashingTests {

    private final PasswordHashing hashing = new PasswordHashing(
            new SignInProperties(
                    Duration.ofMinutes(15),
                    2,
                    2,
                    Duration.ofHours(12),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5)),
            new SimpleMeterRegistry(),
            Duration.ofSeconds(1));

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void stop() {
        release.countDown();
        hashing.destroy();
    }

    @Test
    void theAnswerOrTheFailureComesBack() {
        assertThat(hashing.run(() -> 42)).isEqualTo(42);
        assertThatThrownBy(() -> hashing.run(() -> {
                    throw new IllegalArgumentException("as it was");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("as it was");
    }

    @Test
    void beyondTheQueueOneHearsAtOnceAndInItOneDoesNotWaitForever() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, 10)
                    .mapToObj(_ -> people.submit(this::hash))
                    .toList();
            // Two threads and four places: four of ten are turned away at the door.
            await().until(() ->
                    outcomes.stream().filter(outcome -> outcome.isDone()).count() == 4);
            assertThat(running).hasValue(2);
            assertThat(hashing.isFull()).isTrue();

            // The threads stay busy: those in the queue are let go.
            await().until(() ->
                    outcomes.stream().filter(outcome -> outcome.isDone()).count() == 8);
            release.countDown();

            var hashed = 0;
            for (var outcome : outcomes) {
                hashed += outcome.get() ? 1 : 0;
            }
            assertThat(hashed).isEqualTo(2);
            assertThat(begun).as("who was turned away was not judged").hasValue(2);
        }
    }

    private boolean hash() {
        try {
            return hashing.run(() -> {
                begun.incrementAndGet();
                running.incrementAndGet();
                release.await();
                running.decrementAndGet();
                return true;
            });
        } catch (SignInBusyException e) {
            return false;
        }
    }
}
