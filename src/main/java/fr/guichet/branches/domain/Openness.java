package fr.guichet.branches.domain;

import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a branch is open at a moment, and when it next opens.
 *
 * @param nextOpening the next time its doors open after that moment; null if that is not in sight
 */
public record Openness(boolean openNow, @Nullable Instant nextOpening) {

    /** At that moment, given the open time of the coming days from today on. */
    public static Openness at(Instant now, List<TimeSpan> open) {
        var next = open.stream()
                .map(TimeSpan::start)
                .filter(start -> start.isAfter(now))
                .findFirst()
                .orElse(null);
        return new Openness(open.stream().anyMatch(span -> span.contains(now)), next);
    }
}
