package fr.guichet.branches;

import fr.guichet.shared.AdviserId;
import java.util.Set;

/**
 * An adviser as the booking of visits sees one. When he or she works is asked of the {@link BranchSchedule}.
 *
 * @param skills upper-case words such as {@code MORTGAGE}
 * @param languages ISO 639-1 codes of the languages spoken
 * @param active whether he or she still receives customers; kept for the visits of the past when not
 */
public record AdviserSchedule(
        AdviserId id, String displayName, Set<String> skills, Set<String> languages, boolean active) {

    public AdviserSchedule {
        skills = Set.copyOf(skills);
        languages = Set.copyOf(languages);
    }
}
