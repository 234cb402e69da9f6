package fr.guichet.branches.web;

import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.persistence.StoredAdviser;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * An adviser as the staff of the branch see one.
 *
 * @param zone the branch's, in which patterns, single days and absences are meant
 * @param patterns by start; the last that has begun holds
 * @param overrides days with hours of their own, from 60 days ago on
 * @param absences those that ended at most 60 days ago, and those to come
 */
record AdviserDetail(
        UUID id,
        UUID branchId,
        String zone,
        String displayName,
        List<String> skills,
        List<String> languages,
        boolean active,
        List<Hours.Pattern> patterns,
        List<SingleDay> overrides,
        List<Absence> absences,
        long version) {

    /** A day with hours of its own; none for a day off. */
    @Schema(name = "Override")
    record SingleDay(LocalDate date, List<Hours.Interval> intervals) {}

    /** A stretch of absence, in the branch's offset. */
    record Absence(UUID id, OffsetDateTime from, OffsetDateTime to, AbsenceKind kind) {

        static Absence of(AbsenceView view, ZoneId zone) {
            return new Absence(
                    view.id(),
                    view.span().start().atZone(zone).toOffsetDateTime(),
                    view.span().end().atZone(zone).toOffsetDateTime(),
                    view.kind());
        }
    }

    static AdviserDetail of(StoredAdviser adviser, ZoneId zone) {
        var profile = adviser.profile();
        return new AdviserDetail(
                adviser.id().value(),
                adviser.branch().value(),
                zone.getId(),
                profile.displayName(),
                profile.skills().stream().sorted().toList(),
                profile.languages().stream().sorted().toList(),
                profile.active(),
                adviser.patterns().stream().map(Hours.Pattern::of).toList(),
                adviser.overrides().entrySet().stream()
                        .map(entry -> new SingleDay(entry.getKey(), Hours.Interval.of(entry.getValue())))
                        .toList(),
                adviser.absences().stream()
                        .map(absence -> Absence.of(absence, zone))
                        .toList(),
                adviser.version());
    }
}
