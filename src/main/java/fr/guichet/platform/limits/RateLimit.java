package fr.guichet.platform.limits;

import java.time.Duration;

/**
 * How often something may be asked for.
 *
 * @param name of what is limited
 * @param most as many at once; so many come back, evenly, in each period
 * @param exact whether every single one is counted by all instances together at once. Else an instance counts for itself and settles
 *     with the others after a while, which costs next to nothing and may let through a few more
 */
public record RateLimit(String name, int most, Duration period, boolean exact) {

    public RateLimit {
        if (most < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("A limit lets something through: " + name);
        }
    }
}
