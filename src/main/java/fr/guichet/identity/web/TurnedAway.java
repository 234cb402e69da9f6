package fr.guichet.identity.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Requests that were refused before anybody looked at what they ask for, as whoever tries to get round controls sends them (OWASP ASVS
 * 5.0, 16.3.3). All are counted; of each kind the log gets one line a minute, with the number of the request and how many there were
 * since the last line: a flood of requests must not become one of lines. Who sent them is known to the proxy, by that number.
 */
@Component
class TurnedAway {

    private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);
    private static final Duration A_LINE_EVERY = Duration.ofMinutes(1);

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Reason, Since> since = new EnumMap<>(Reason.class);

    TurnedAway(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Why. */
    enum Reason {
        /** It did not prove that one of our pages sent it. */
        NO_CSRF_TOKEN,
        /** Its address or headers are made to confuse. */
        DISGUISED,
        /** One of too many. */
        TOO_MANY
    }

    private record Since(Instant line, long unsaid) {}

    void note(Reason reason) {
        var name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        meters.counter("guichet.turned.away", "reason", name).increment();
        var count = toSay(reason);
        if (count > 0) {
            LOG.warn("Turned away: {} ({} since this was last said)", name, count);
        }
    }

    /** How many a line is to speak of; 0 while there is none to be written. */
    private synchronized long toSay(Reason reason) {
        var now = clock.instant();
        var before = since.get(reason);
        if (before != null && now.isBefore(before.line().plus(A_LINE_EVERY))) {
            since.put(reason, new Since(before.line(), before.unsaid() + 1));
            return 0;
        }
        since.put(reason, new Since(now, 0));
        return before == null ? 1 : before.unsaid() + 1;
    }
}
