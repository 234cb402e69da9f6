package fr.guichet.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.web.TurnedAway.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TurnedAwayTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TurnedAway turnedAway = new TurnedAway(meters, ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @Test
    void aFloodIsCountedAndSaidInOneLineAMinute(CapturedOutput log) {
        for (var i = 0; i < 1_000; i++) {
            turnedAway.note(Reason.TOO_MANY);
        }
        turnedAway.note(Reason.NO_CSRF_TOKEN);
        assertThat(lines(log)).isEqualTo(2);
        assertThat(log).contains("too-many (1 since", "no-csrf-token (1 since");

        now.set(now.get().plusSeconds(60));
        turnedAway.note(Reason.TOO_MANY);
        assertThat(lines(log)).isEqualTo(3);
        assertThat(log).contains("too-many (1000 since");
        assertThat(meters.counter("guichet.turned.away", "reason", "too-many").count())
                .isEqualTo(1_001);
    }

    private static long lines(CapturedOutput log) {
        return log.getAll().lines().filter(line -> line.contains("Turned away")).count();
    }
}
