package fr.guichet.platform.time;

import fr.guichet.platform.start.StartRefused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Guichet's clock. {@code guichet.clock} sets it to an instant from which it then runs on, to see the bank on another day; in
 * production that is refused.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    @Bean
    Clock clock(Environment environment, @Value("${guichet.clock:}") String start) {
        if (start.isBlank()) {
            return Clock.systemUTC();
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new StartRefused("guichet.clock is for development and tests: remove it, or the profile production.");
        }
        var system = Clock.systemUTC();
        return Clock.offset(system, Duration.between(system.instant(), read(start.strip())));
    }

    private static Instant read(String start) {
        try {
            var instant = OffsetDateTime.parse(start).toInstant();
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new StartRefused(
                "guichet.clock must be an instant of this century, for example 2026-11-23T08:30:00Z or 2026-11-23T09:30:00+01:00, not \"%s\"."
                        .formatted(start));
    }
}
