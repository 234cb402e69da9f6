package fr.guichet.branches.search;

import fr.guichet.branches.ClosureView;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.domain.BranchHours;
import fr.guichet.branches.domain.Openness;
import fr.guichet.branches.domain.Timetable;
import fr.guichet.branches.hours.HolidayRegion;
import fr.guichet.branches.hours.OpeningHours;
import fr.guichet.branches.hours.Parsed;
import fr.guichet.shared.TimeSpan;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of a page of branches are open, and when they open next: one query for all of them. */
@Component
class Opening {

    /** How far the next opening is looked for. */
    private static final int DAYS_AHEAD = 21;

    private final JdbcClient jdbc;
    private final Clock clock;

    Opening(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<UUID, Openness> of(List<Found> branches) {
        var now = clock.instant();
        var closures = closures(branches, now);
        var openness = new HashMap<UUID, Openness>();
        for (var branch : branches) {
            var days = days(branch.openingHours(), branch.holidayRegion());
            var hours = new BranchHours(branch.zone(), days, closures.getOrDefault(branch.id(), List.of()));
            openness.put(branch.id(), openness(hours, now, LocalDate.ofInstant(now, branch.zone())));
        }
        return openness;
    }

    /** Looks one day further at a time: most branches open again tomorrow. */
    private static Openness openness(BranchHours hours, Instant now, LocalDate today) {
        var openness = Openness.at(now, Timetable.open(hours, today, today.plusDays(1)));
        for (int days = 3; openness.nextOpening() == null && days <= DAYS_AHEAD; days += 6) {
            openness = Openness.at(now, Timetable.open(hours, today, today.plusDays(days)));
        }
        return openness;
    }

    private static Function<LocalDate, List<LocalTimeRange>> days(String text, HolidayRegion region) {
        return OpeningHours.parse(text) instanceof Parsed.Valid(var hours)
                ? day -> hours.on(day, region.isHoliday(day))
                : day -> List.of();
    }

    private Map<UUID, List<ClosureView>> closures(List<Found> branches, Instant now) {
        if (branches.isEmpty()) {
            return Map.of();
        }
        var closures = new HashMap<UUID, List<ClosureView>>();
        jdbc.sql("""
                        select id, branch_id, lower(during) as start, upper(during) as stop, reason
                        from branches.closure
                        where branch_id = any(:branches) and upper(during) > :since
                        """)
                .param("branches", branches.stream().map(Found::id).toArray(UUID[]::new))
                .param("since", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var span = new TimeSpan(
                            row.getObject("start", java.time.OffsetDateTime.class)
                                    .toInstant(),
                            row.getObject("stop", java.time.OffsetDateTime.class)
                                    .toInstant());
                    closures.computeIfAbsent(row.getObject("branch_id", UUID.class), _ -> new java.util.ArrayList<>())
                            .add(new ClosureView(row.getObject("id", UUID.class), span, row.getString("reason")));
                });
        return closures;
    }
}
