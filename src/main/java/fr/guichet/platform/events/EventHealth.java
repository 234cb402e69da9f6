package fr.guichet.platform.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Shows what waits and what was given up. Dead letters make the health {@code DEGRADED}, never down: the instance works and a
 * person has to look. What the database would have to answer while it is away is not a number.
 */
@Component("eventsHealthIndicator")
class EventHealth extends AbstractHealthIndicator implements MeterBinder {

    private static final Status DEGRADED = new Status("DEGRADED", "Events wait among the dead letters");

    private final Deliveries deliveries;
    private final DeadLetters deadLetters;
    private final InstantSource now = InstantSource.system();

    EventHealth(Deliveries deliveries, DeadLetters deadLetters) {
        super("Event delivery could not be checked");
        this.deliveries = deliveries;
        this.deadLetters = deadLetters;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var dead = deadLetters.count();
        builder.status(dead == 0 ? Status.UP : DEGRADED)
                .withDetail("deadLetters", dead)
                .withDetail("waiting", deliveries.waiting())
                .withDetail("lagSeconds", deliveries.lag(now.instant()).toSeconds());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "guichet.events.dead.letters",
                "Deliveries given up that nobody has had replayed",
                deadLetters::count);
        gauge(registry, "guichet.events.waiting", "Deliveries under way, failed ones included", deliveries::waiting);
        gauge(
                registry,
                "guichet.events.lag",
                "Seconds for which the oldest due delivery has waited",
                () -> deliveries.lag(now.instant()).toMillis() / 1_000.0);
    }

    private static void gauge(MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, () -> {
                    try {
                        return value.get();
                    } catch (DataAccessException | TransactionException e) {
                        return Double.NaN;
                    }
                })
                .description(description)
                .register(registry);
    }
}
