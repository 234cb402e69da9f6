package fr.guichet.branches.persistence;

import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.AdviserProfile;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.TimeSpan;
import java.text.CollationKey;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts advisers together from the rows of one reading. Equal patterns and abilities are read once: most advisers share a few. */
final class AdviserParts {

    private static final TypeReference<List<Map<String, List<List<Integer>>>>> WEEKS = new TypeReference<>() {};
    private static final TypeReference<List<List<Integer>>> INTERVALS = new TypeReference<>() {};

    private final JsonMapper json;
    private final Map<PatternText, WeeklyPattern> patterns = new HashMap<>();
    private final Map<String, List<LocalTimeRange>> days = new HashMap<>();
    private final Map<String, Abilities> abilities = new HashMap<>();

    private record PatternText(LocalDate validFrom, String weeks) {}

    private record Abilities(Set<String> skills, Set<String> languages, boolean active) {}

    /** A name is prepared for comparing once, not at each comparison. */
    private record Sortable(CollationKey name, StoredAdviser adviser) {}

    AdviserParts(JsonMapper json) {
        this.json = json;
    }

    /** By display name, as a French reader sorts. */
    List<StoredAdviser> advisers(List<Part> parts) {
        var ofAdviser = new HashMap<UUID, List<Part>>();
        parts.forEach(part ->
                ofAdviser.computeIfAbsent(part.owner(), _ -> new ArrayList<>()).add(part));
        var french = Collator.getInstance(Locale.FRENCH);
        return parts.stream()
                .filter(part -> part.kind() == 'A')
                .map(part -> adviser(part, ofAdviser.getOrDefault(part.owner(), List.of())))
                .map(adviser ->
                        new Sortable(french.getCollationKey(adviser.profile().displayName()), adviser))
                .sorted(Comparator.comparing(Sortable::name)
                        .thenComparing(sortable -> sortable.adviser().id().value()))
                .map(Sortable::adviser)
                .toList();
    }

    private StoredAdviser adviser(Part own, List<Part> parts) {
        var id = new AdviserId(own.owner());
        var able = abilities.computeIfAbsent(own.data(), text -> json.readValue(text, Abilities.class));
        var weekly = new ArrayList<WeeklyPattern>();
        var overrides = new TreeMap<LocalDate, List<LocalTimeRange>>();
        var absences = new ArrayList<AbsenceView>();
        for (var part : parts) {
            switch (part.kind()) {
                case 'P' -> weekly.add(pattern(part));
                case 'O' -> overrides.put(Objects.requireNonNull(part.day()), day(part.data()));
                case 'X' -> absences.add(absence(id, part));
                default -> {
                    // the adviser's own row
                }
            }
        }
        weekly.sort(Comparator.comparing(WeeklyPattern::validFrom));
        absences.sort(
                Comparator.comparing((AbsenceView absence) -> absence.span().start())
                        .thenComparing(AbsenceView::id));
        return new StoredAdviser(
                id,
                new BranchId(Objects.requireNonNull(own.id())),
                new AdviserProfile(Objects.requireNonNull(own.name()), able.skills(), able.languages(), able.active()),
                own.version(),
                List.copyOf(weekly),
                overrides,
                List.copyOf(absences));
    }

    private WeeklyPattern pattern(Part part) {
        var text = new PatternText(Objects.requireNonNull(part.day()), part.data());
        return patterns.computeIfAbsent(
                text, key -> HoursJson.pattern(key.validFrom(), json.readValue(key.weeks(), WEEKS)));
    }

    private List<LocalTimeRange> day(String intervals) {
        return days.computeIfAbsent(intervals, text -> HoursJson.hours(json.readValue(text, INTERVALS)));
    }

    private static AbsenceView absence(AdviserId adviser, Part part) {
        return new AbsenceView(
                Objects.requireNonNull(part.id()),
                adviser,
                new TimeSpan(Objects.requireNonNull(part.start()), Objects.requireNonNull(part.stop())),
                AbsenceKind.valueOf(part.data()));
    }
}
