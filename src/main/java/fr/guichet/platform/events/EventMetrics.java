package fr.guichet.platform.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How delivery is doing, by listener: what arrived, how late, and what failed. */
@Component
class EventMetrics {

    private final MeterRegistry registry;

    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void delivered(Delivery delivery, Instant now) {
        Timer.builder("guichet.events.delivered")
                .description("Events that reached their listener, and how long after they happened")
                .tag("listener", delivery.listener())
                .register(registry)
                .record(Duration.between(delivery.published(), now));
    }

    void failed(Delivery delivery) {
        Counter.builder("guichet.events.failed")
                .description("Attempts at delivery that failed")
                .tag("listener", delivery.listener())
                .register(registry)
                .increment();
    }
}
