package fr.guichet.branches.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.branches.Address;
import fr.guichet.branches.ClosureView;
import fr.guichet.branches.Position;
import fr.guichet.branches.hours.HolidayRegion;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A branch as anyone may see it.
 *
 * @param openingHours in OSM syntax, as managers edit it
 * @param nextOpening when its doors open next; absent if not within three weeks
 * @param week Monday to Sunday of this week, by the opening hours alone; closed days have no intervals, and an
 *     end that is not after the start lies on the day after
 * @param upcomingClosures those that are not over
 * @param holidaysAhead the public holidays of the next three months, on which it is closed unless its hours say otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BranchDetail(
        UUID id,
        String code,
        String name,
        Address address,
        @Nullable Position position,
        @Nullable String phone,
        String zone,
        String openingHours,
        boolean openNow,
        @Nullable OffsetDateTime nextOpening,
        List<Hours.Day> week,
        List<Closure> upcomingClosures,
        List<Holiday> holidaysAhead,
        int gridMinutes,
        HolidayRegion holidayRegion,
        long version) {

    /** A stretch in which the branch is closed, in its own offset. */
    record Closure(UUID id, OffsetDateTime from, OffsetDateTime to, String reason) {

        static Closure of(ClosureView view, ZoneId zone) {
            return new Closure(
                    view.id(),
                    view.span().start().atZone(zone).toOffsetDateTime(),
                    view.span().end().atZone(zone).toOffsetDateTime(),
                    view.reason());
        }
    }

    /**
     * A public holiday.
     *
     * @param name in the reader's language
     */
    record Holiday(LocalDate date, String name) {}
}
