package fr.guichet.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/**
 * Knows whether an instance in this JVM still does something that no answer waits for, such as sending a code: a test that wants to
 * see what came of it has to wait.
 */
@Component
final class DoneApart implements TaskDecorator {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    /** Waits until all is done that was begun so far. */
    static void awaitAll() {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(LIMIT)
                .until(() -> UNDER_WAY.get() == 0);
    }

    @Override
    public Runnable decorate(Runnable task) {
        UNDER_WAY.incrementAndGet();
        return () -> {
            try {
                task.run();
            } finally {
                UNDER_WAY.decrementAndGet();
            }
        };
    }
}
