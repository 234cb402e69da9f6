package fr.guichet.branches;

import java.util.List;
import java.util.Set;

/**
 * An adviser who does not receive customers yet.
 *
 * @param patterns weekly hours, no two from the same day; none for someone whose hours come later
 */
public record NewAdviser(AdviserProfile profile, List<WeeklyPattern> patterns) {

    public NewAdviser {
        patterns = List.copyOf(patterns);
        if (patterns.stream().map(WeeklyPattern::validFrom).distinct().count() < patterns.size()) {
            throw new IllegalArgumentException("patterns");
        }
    }

    public static NewAdviser of(String name, Set<String> skills, Set<String> languages, WeeklyPattern pattern) {
        return new NewAdviser(new AdviserProfile(name, skills, languages, true), List.of(pattern));
    }
}
