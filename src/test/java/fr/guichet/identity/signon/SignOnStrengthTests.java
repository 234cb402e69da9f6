package fr.guichet.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** When a sign-on at the bank counts as strong. */
class SignOnStrengthTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    private final SignOnStrength strength = strength(Map.of(
            "guichet.sign-on.strong-acr", "strong,phrh",
            "guichet.sign-on.strong-amr", "mfa,pin+hwk"));

    @Test
    void aLevelOfTheListIsStrong() {
        assertThat(strength.since("strong", null, NOW)).contains(NOW);
        assertThat(strength.since("phrh", List.of(), NOW)).contains(NOW);
        assertThat(strength.since("weak", null, NOW)).isEmpty();
        assertThat(strength.since("STRONG", null, NOW)).isEmpty();
        assertThat(strength.since(null, null, NOW)).isEmpty();
    }

    @Test
    void methodsThatBelongTogetherAreStrongTogether() {
        assertThat(strength.since(null, List.of("pwd", "mfa"), NOW)).contains(NOW);
        assertThat(strength.since(null, List.of("hwk", "pin"), NOW)).contains(NOW);
        assertThat(strength.since("weak", List.of("hwk"), NOW)).isEmpty();
        assertThat(strength.since(null, List.of("pin"), NOW)).isEmpty();
        assertThat(strength.since(null, List.of("pin+hwk"), NOW)).isEmpty();
    }

    @Test
    void itIsRenewedAfterHalfAYear() {
        assertThat(strength.since("strong", null, NOW.minus(HALF_A_YEAR))).isPresent();
        assertThat(strength.since("strong", null, NOW.minus(HALF_A_YEAR).minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void whatDoesNotSayWhenCountsForNothing() {
        assertThat(strength.since("strong", List.of("mfa"), null)).isEmpty();
    }

    @Test
    void aClockThatIsAheadMakesNoFactorOfTheFuture() {
        assertThat(strength.since("strong", null, NOW.plusSeconds(20))).contains(NOW);
    }

    @Test
    void nothingIsStrongThatNobodyConfigured() {
        assertThat(strength(Map.of()).since("strong", List.of("mfa"), NOW)).isEmpty();
    }

    private static SignOnStrength strength(Map<String, String> settings) {
        var properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("guichet.sign-on", SignOnProperties.class);
        return new SignOnStrength(properties, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
