package fr.guichet.platform.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Readiness: without its database an instance can answer nobody. Asks {@link DatabaseWatch}, never the database, so it answers at once. */
@Component("database")
class DatabaseHealth implements HealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.isAway() ? Health.down().build() : Health.up().build();
    }
}
