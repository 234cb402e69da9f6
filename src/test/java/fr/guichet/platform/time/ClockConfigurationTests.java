package fr.guichet.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.guichet.platform.start.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The clock that tells the time, or plays another day. */
class ClockConfigurationTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutASettingItTellsTheTime() {
        assertThat(clock("").instant()).isCloseTo(Clock.systemUTC().instant(), within(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T08:30:00Z", "2026-11-23T09:30:00+01:00"})
    void itStartsAtTheInstantAndRunsOn(String start) {
        var clock = clock(start);
        var first = clock.instant();
        assertThat(first).isCloseTo(Instant.parse("2026-11-23T08:30:00Z"), within(5));
        await().atMost(Duration.ofSeconds(5)).until(() -> clock.instant().isAfter(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-11-23",
                "2026-11-23T09:30:00",
                "1026-11-23T09:30:00Z",
                "+9999999-01-01T00:00:00Z"
            })
    void whatIsNoInstantOfThisCenturyIsRefused(String start) {
        assertThatThrownBy(() -> clock(start))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("guichet.clock must be an instant");
    }

    @Test
    void productionKnowsOneTimeOnly() {
        environment.setActiveProfiles("production");
        assertThatThrownBy(() -> clock("2026-11-23T08:30:00Z")).isInstanceOf(StartRefused.class);
        assertThat(clock("").instant()).isCloseTo(Clock.systemUTC().instant(), within(5));
    }

    private Clock clock(String start) {
        return new ClockConfiguration().clock(environment, start);
    }

    private static org.assertj.core.data.TemporalUnitOffset within(long seconds) {
        return Assertions.within(seconds, ChronoUnit.SECONDS);
    }
}
