package fr.guichet.branches.web;

import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.domain.BranchHours;
import fr.guichet.branches.domain.Openness;
import fr.guichet.branches.domain.Timetable;
import fr.guichet.branches.hours.HolidayRegion;
import fr.guichet.branches.hours.OpeningHours;
import fr.guichet.branches.hours.Parsed;
import fr.guichet.branches.persistence.ScheduleReader;
import fr.guichet.branches.persistence.StoredBranch;
import fr.guichet.branches.web.BranchDetail.Closure;
import fr.guichet.branches.web.BranchDetail.Holiday;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.BranchId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads one branch for everyone. */
@Component
class BranchReading {

    private static final int DAYS_TO_NEXT_OPENING = 21;
    private static final int MONTHS_OF_HOLIDAYS = 3;

    private final ScheduleReader reader;
    private final MessageSource messages;
    private final Clock clock;

    BranchReading(ScheduleReader reader, MessageSource messages, Clock clock) {
        this.reader = reader;
        this.messages = messages;
        this.clock = clock;
    }

    /** Ends the request with a problem when there is no such branch. */
    BranchDetail detail(BranchId branch, Locale language) {
        var now = clock.instant();
        return reader.branch(branch, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2))
                .map(stored -> detail(stored, now, language))
                .orElseThrow(() -> Problems.notFound().exception());
    }

    private BranchDetail detail(StoredBranch branch, Instant now, Locale language) {
        var settings = branch.settings();
        var zone = settings.zone();
        var today = LocalDate.ofInstant(now, zone);
        var region = HolidayRegion.valueOf(settings.holidayRegion());
        var hours = hours(settings.openingHours());
        var openness = openness(branch, hours, region, now, today);
        var next = openness.nextOpening();
        return new BranchDetail(
                branch.id().value(),
                branch.code(),
                settings.name(),
                settings.address(),
                settings.position(),
                settings.phone(),
                zone.getId(),
                settings.openingHours(),
                openness.openNow(),
                next == null ? null : next.atZone(zone).toOffsetDateTime(),
                week(hours, today),
                branch.closures().stream()
                        .filter(closure -> closure.span().end().isAfter(now))
                        .map(closure -> Closure.of(closure, zone))
                        .toList(),
                region.holidaysBetween(today, today.plusMonths(MONTHS_OF_HOLIDAYS)).stream()
                        .map(holiday -> new Holiday(
                                holiday.date(),
                                messages.getMessage(holiday.holiday().messageKey(), null, language)))
                        .toList(),
                settings.gridMinutes(),
                region,
                branch.version());
    }

    private static Openness openness(
            StoredBranch branch, Hourly hours, HolidayRegion region, Instant now, LocalDate today) {
        var open = new BranchHours(
                branch.settings().zone(), day -> hours.on(day, region.isHoliday(day)), branch.closures());
        return Openness.at(now, Timetable.open(open, today, today.plusDays(DAYS_TO_NEXT_OPENING)));
    }

    private static List<Hours.Day> week(Hourly hours, LocalDate today) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var week = new ArrayList<Hours.Day>();
        for (var day : DayOfWeek.values()) {
            var date = monday.with(TemporalAdjusters.nextOrSame(day));
            week.add(new Hours.Day(day, Hours.Interval.of(hours.on(date, false))));
        }
        return week;
    }

    /** Hours that cannot be read are hours at which it is closed. */
    private static Hourly hours(String text) {
        return OpeningHours.parse(text) instanceof Parsed.Valid(var hours) ? hours::on : (_, _) -> List.of();
    }

    /** The hours that begin on a day. */
    private interface Hourly {
        List<LocalTimeRange> on(LocalDate day, boolean publicHoliday);
    }
}
