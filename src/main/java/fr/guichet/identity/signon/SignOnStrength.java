package fr.guichet.identity.signon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the provider authenticated somebody strongly, by its own word: {@code acr} or {@code amr} has a value that the bank
 * configured as strong, and {@code auth_time} says when that was, at most 180 days ago (Delegated Regulation (EU) 2018/389, article
 * 10, as amended by 2022/2360). What does not say when counts for nothing.
 */
public final class SignOnStrength {

    /** After so long, strong authentication is renewed. */
    public static final Duration RENEWED_AFTER = Duration.ofDays(180);

    private final Set<String> levels;
    private final List<Set<String>> methods;
    private final Clock clock;

    public SignOnStrength(SignOnProperties properties, Clock clock) {
        levels = Set.copyOf(properties.strongAcr());
        methods = properties.strongAmr().stream()
                .map(together -> Set.of(together.split("\\+")))
                .toList();
        this.clock = clock;
    }

    /**
     * When it was strongly authenticated; empty when it was not.
     *
     * @param acr the level that was reached; null when the token does not tell
     * @param amr the methods that were used
     * @param authTime when; null when the token does not tell
     */
    public Optional<Instant> since(@Nullable String acr, @Nullable List<String> amr, @Nullable Instant authTime) {
        if (authTime == null || authTime.plus(RENEWED_AFTER).isBefore(clock.instant())) {
            return Optional.empty();
        }
        var isStrong = (acr != null && levels.contains(acr))
                || (amr != null && methods.stream().anyMatch(amr::containsAll));
        // The provider's clock may be a little ahead of ours.
        var now = clock.instant();
        return isStrong ? Optional.of(authTime.isAfter(now) ? now : authTime) : Optional.empty();
    }
}
