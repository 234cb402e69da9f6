package fr.guichet.branches.persistence;

import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.hours.HolidayRegion;
import fr.guichet.branches.hours.OpeningHours;
import fr.guichet.branches.hours.Parsed;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hours that a branch's settings say, day by day, public holidays of its region included. */
final class OpeningTimes {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningTimes.class);

    private OpeningTimes() {}

    /** Hours that can no longer be read (they were when they were written) keep the branch closed rather than guess. */
    static Function<LocalDate, List<LocalTimeRange>> of(String code, BranchSettings settings) {
        return switch (OpeningHours.parse(settings.openingHours())) {
            case Parsed.Valid(var hours) -> {
                var region = HolidayRegion.valueOf(settings.holidayRegion());
                yield day -> hours.on(day, region.isHoliday(day));
            }
            case Parsed.Invalid invalid -> {
                LOG.error("Branch {} stays closed: its opening hours cannot be read ({})", code, invalid.faults());
                yield day -> List.of();
            }
        };
    }
}
