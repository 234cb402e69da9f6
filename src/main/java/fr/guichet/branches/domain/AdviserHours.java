package fr.guichet.branches.domain;

import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When one adviser works: patterns over time, single days that replace them, and absences. */
public final class AdviserHours {

    private final List<WeeklyPattern> patterns;
    private final Map<LocalDate, List<LocalTimeRange>> overrides;
    private final List<AbsenceView> absences;
    private final List<TimeSpan> away;

    /**
     * @param patterns in any order, no two from the same day
     * @param overrides hours by day; an empty list for a day off
     * @param absences in any order; they may overlap
     */
    public AdviserHours(
            List<WeeklyPattern> patterns, Map<LocalDate, List<LocalTimeRange>> overrides, List<AbsenceView> absences) {
        this.patterns = patterns.stream()
                .sorted(Comparator.comparing(WeeklyPattern::validFrom).reversed())
                .toList();
        var days = new HashMap<LocalDate, List<LocalTimeRange>>();
        overrides.forEach((day, hours) -> days.put(day, WorkingDay.of(hours)));
        this.overrides = Map.copyOf(days);
        this.absences = absences.stream()
                .sorted(Comparator.comparing(
                                (AbsenceView absence) -> absence.span().start())
                        .thenComparing(AbsenceView::id))
                .toList();
        this.away = Spans.union(absences.stream().map(AbsenceView::span).toList());
    }

    /** The hours of a day: its override, else the latest pattern that has begun, else none. */
    public List<LocalTimeRange> on(LocalDate day) {
        var override = overrides.get(day);
        if (override != null) {
            return override;
        }
        for (var pattern : patterns) {
            if (!pattern.validFrom().isAfter(day)) {
                return pattern.on(day);
            }
        }
        return List.of();
    }

    public List<AbsenceView> absences() {
        return absences;
    }

    /** What the absences cover. */
    public List<TimeSpan> away() {
        return away;
    }

    /** How much memory it takes, roughly, in units of one range of hours. */
    public int weight() {
        return 4 + 14 * patterns.size() + 3 * overrides.size() + 3 * absences.size();
    }
}
