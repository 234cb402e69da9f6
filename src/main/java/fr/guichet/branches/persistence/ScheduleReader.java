package fr.guichet.branches.persistence;

import fr.guichet.branches.Address;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.ClosureView;
import fr.guichet.branches.Position;
import fr.guichet.branches.domain.BranchHours;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads schedules, each in one statement: what comes back is of one moment, however many advisers there are. */
@Component
public class ScheduleReader {

    private static final String BRANCH = """
            select 'B' as part, b.id as adviser, null::uuid as id, null::date as day, null::timestamptz as start,
                null::timestamptz as stop, null::text as name, b.version, json_build_object(
                    'id', b.id, 'code', b.code, 'name', b.name, 'street', b.street, 'postcode', b.postcode,
                    'town', b.town, 'latitude', b.latitude, 'longitude', b.longitude, 'zone', b.zone,
                    'phone', b.phone, 'openingHours', b.opening_hours, 'gridMinutes', b.grid_minutes,
                    'holidayRegion', b.holiday_region, 'version', b.version, 'scheduleVersion', b.schedule_version,
                    'closures', coalesce((
                        select json_agg(json_build_object(
                            'id', c.id, 'from', lower(c.during), 'to', upper(c.during), 'reason', c.reason)
                            order by lower(c.during), c.id)
                        from branches.closure c
                        where c.branch_id = b.id and upper(c.during) > :since), '[]'))::text as data
            from branches.branch b
            where b.id = :id
            """;

    /** Rows of many kinds in one shape, because one statement sees one moment, and rows are read faster than large JSON. */
    private static final String ADVISERS = """
            select 'A' as part, a.id as adviser, a.branch_id as id, null::date as day, null::timestamptz as start,
                null::timestamptz as stop, a.display_name as name, a.version, json_build_object(
                    'skills', a.skills, 'languages', a.languages, 'active', a.active)::text as data
            from branches.adviser a
            where {which}
            union all
            select 'P', p.adviser_id, null, p.valid_from, null, null, null, 0, p.weeks::text
            from branches.adviser a join branches.adviser_pattern p on p.adviser_id = a.id
            where {which}
            union all
            select 'O', o.adviser_id, null, o.day, null, null, null, 0, o.intervals::text
            from branches.adviser a join branches.adviser_override o on o.adviser_id = a.id
            where {which} and o.day >= :day
            union all
            select 'X', x.adviser_id, x.id, null, lower(x.during), upper(x.during), null, 0, x.kind
            from branches.adviser a join branches.absence x on x.adviser_id = a.id
            where {which} and upper(x.during) > :since
            """;

    private static final String ONE_ADVISER = ADVISERS.replace("{which}", "a.id = :id");

    private static final String SCHEDULE = BRANCH + " union all " + ADVISERS.replace("{which}", "a.branch_id = :id");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScheduleReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The whole schedule of a branch; of what is over before the date, nothing. */
    public Optional<BranchSchedule> schedule(BranchId branch, LocalDate since) {
        var parts = read(SCHEDULE, branch.value(), since);
        return branch(parts).map(stored -> {
            var settings = stored.settings();
            return new BranchSchedule(
                    stored.id(),
                    settings,
                    stored.scheduleVersion(),
                    new BranchHours(settings.zone(), OpeningTimes.of(stored.code(), settings), stored.closures()),
                    new AdviserParts(json)
                            .advisers(parts).stream()
                                    .map(StoredAdviser::toMember)
                                    .toList());
        });
    }

    /** The branch's own row and its closures that end after the date. */
    public Optional<StoredBranch> branch(BranchId branch, LocalDate since) {
        return branch(read(BRANCH, branch.value(), since));
    }

    public Optional<StoredAdviser> adviser(AdviserId adviser, LocalDate since) {
        return new AdviserParts(json)
                .advisers(read(ONE_ADVISER, adviser.value(), since)).stream().findFirst();
    }

    private List<Part> read(String sql, UUID id, LocalDate since) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("day", since)
                .param("since", since.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, _) -> Part.of(row))
                .list();
    }

    private Optional<StoredBranch> branch(List<Part> parts) {
        return parts.stream().filter(part -> part.kind() == 'B').findFirst().map(part -> json.readValue(
                        part.data(), BranchRow.class)
                .toBranch());
    }

    private record BranchRow(
            UUID id,
            String code,
            String name,
            String street,
            String postcode,
            String town,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String zone,
            @Nullable String phone,
            String openingHours,
            int gridMinutes,
            String holidayRegion,
            long version,
            long scheduleVersion,
            List<ClosureRow> closures) {

        StoredBranch toBranch() {
            var settings = new BranchSettings(
                    name,
                    new Address(street, postcode, town),
                    latitude == null || longitude == null ? null : new Position(latitude, longitude),
                    ZoneId.of(zone),
                    phone,
                    openingHours,
                    gridMinutes,
                    holidayRegion);
            return new StoredBranch(
                    new BranchId(id),
                    code,
                    settings,
                    version,
                    scheduleVersion,
                    closures.stream().map(ClosureRow::toClosure).toList());
        }
    }

    private record ClosureRow(UUID id, Instant from, Instant to, String reason) {

        ClosureView toClosure() {
            return new ClosureView(id, new TimeSpan(from, to), reason);
        }
    }
}
