package fr.guichet.branches;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reason for a visit is made of; see {@link VisitReason}.
 *
 * @param code unique upper-case word, at most 40 characters
 * @param duration 5 to 480 whole minutes
 * @param bufferBefore 0 to 120 whole minutes
 * @param bufferAfter 0 to 120 whole minutes
 * @param minNotice 0 to 43,200 whole minutes (30 days)
 * @param horizonDays 1 to 365
 */
public record ReasonDefinition(
        String code,
        Wording name,
        Wording description,
        Duration duration,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration minNotice,
        int horizonDays,
        Set<String> requiredSkills,
        List<Wording> requiredDocuments,
        boolean active) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public ReasonDefinition {
        requiredSkills = Set.copyOf(requiredSkills);
        requiredDocuments = List.copyOf(requiredDocuments);
        check(CODE.matcher(code).matches(), "code");
        check(isName(name), "name");
        check(description.fr().length() <= 500 && description.en().length() <= 500, "description");
        check(isMinutes(duration, 5, 480), "duration");
        check(isMinutes(bufferBefore, 0, 120), "bufferBefore");
        check(isMinutes(bufferAfter, 0, 120), "bufferAfter");
        check(isMinutes(minNotice, 0, 43_200), "minNotice");
        check(horizonDays >= 1 && horizonDays <= 365, "horizonDays");
        check(
                requiredSkills.size() <= 30 && requiredSkills.stream().allMatch(AdviserProfile::isSkill),
                "requiredSkills");
        check(
                requiredDocuments.size() <= 30 && requiredDocuments.stream().allMatch(ReasonDefinition::isName),
                "requiredDocuments");
    }

    private static boolean isName(Wording name) {
        return !name.fr().isBlank()
                && !name.en().isBlank()
                && name.fr().length() <= 100
                && name.en().length() <= 100;
    }

    private static boolean isMinutes(Duration duration, long least, long most) {
        return duration.equals(Duration.ofMinutes(duration.toMinutes()))
                && duration.toMinutes() >= least
                && duration.toMinutes() <= most;
    }

    private static void check(boolean right, String part) {
        if (!right) {
            throw new IllegalArgumentException(part);
        }
    }
}
