package fr.guichet.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard delivery tries.
 *
 * @param attempts how often a listener is called before its delivery becomes a dead letter
 * @param firstDelay about how long after the first failure it is called again; doubled after each further one
 * @param longestDelay where the doubling ends
 */
@ConfigurationProperties("guichet.events")
record DeliveryProperties(
        @DefaultValue("12") int attempts,
        @DefaultValue("1s") Duration firstDelay,
        @DefaultValue("15m") Duration longestDelay) {

    DeliveryProperties {
        if (attempts < 1) {
            throw new IllegalArgumentException("guichet.events.attempts must be at least 1");
        }
    }

    /**
     * How long to wait after that many failures.
     *
     * @param chance from 0 to 1; spreads the wait from half to one and a half times, so that what failed together does not come
     *     back together
     */
    Duration delayAfter(int failures, double chance) {
        var millis = Math.min(firstDelay.toMillis() * Math.pow(2, failures - 1.0), 1.0 * longestDelay.toMillis());
        return Duration.ofMillis((long) (millis * (0.5 + chance)));
    }
}
