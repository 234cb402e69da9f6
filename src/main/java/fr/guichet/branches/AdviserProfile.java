package fr.guichet.branches;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be said of an adviser and changed later.
 *
 * @param displayName as customers read it; at most 100 characters
 * @param skills upper-case words such as {@code MORTGAGE}; at most 30
 * @param languages ISO 639-1 codes; at most 20
 * @param active whether he or she receives customers
 */
public record AdviserProfile(String displayName, Set<String> skills, Set<String> languages, boolean active) {

    private static final Pattern SKILL = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    public AdviserProfile {
        skills = Set.copyOf(skills);
        languages = Set.copyOf(languages);
        if (displayName.isBlank() || displayName.length() > 100) {
            throw new IllegalArgumentException("displayName");
        }
        if (skills.size() > 30 || !skills.stream().allMatch(AdviserProfile::isSkill)) {
            throw new IllegalArgumentException("skills");
        }
        if (languages.size() > 20
                || !languages.stream()
                        .allMatch(language -> LANGUAGE.matcher(language).matches())) {
            throw new IllegalArgumentException("languages");
        }
    }

    public static boolean isSkill(String skill) {
        return SKILL.matcher(skill).matches();
    }
}
