package fr.guichet.branches.persistence;

import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.AdviserProfile;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.NewAdviser;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes advisers, their patterns, single days and absences, under the lock of their branch. */
@Component
public class AdviserRows {

    /** An adviser to be inserted. */
    public record Row(AdviserId id, BranchId branch, NewAdviser adviser) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;

    AdviserRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** The branch an adviser belongs to, for good. */
    public Optional<BranchId> branchOf(AdviserId adviser) {
        return jdbc.sql("select branch_id from branches.adviser where id = :id")
                .param("id", adviser.value())
                .query(UUID.class)
                .optional()
                .map(BranchId::new);
    }

    public long version(AdviserId adviser) {
        return jdbc.sql("select version from branches.adviser where id = :id")
                .param("id", adviser.value())
                .query(Long.class)
                .single();
    }

    /** Gives the adviser a new version, for changes that are not in the row itself. */
    public void touch(AdviserId adviser) {
        jdbc.sql("update branches.adviser set version = version + 1 where id = :id")
                .param("id", adviser.value())
                .update();
    }

    public void insert(List<Row> advisers) {
        batches.batchUpdate(
                """
                insert into branches.adviser (id, branch_id, display_name, skills, languages, active)
                values (:id, :branch, :name, :skills::text[], :languages::text[], :active)
                """,
                advisers.stream()
                        .map(row -> parameters(row.id(), row.adviser().profile())
                                .addValue("branch", row.branch().value()))
                        .toArray(SqlParameterSource[]::new));
        batches.batchUpdate(
                """
                insert into branches.adviser_pattern (adviser_id, valid_from, every_weeks, weeks)
                values (:adviser, :validFrom, :everyWeeks, :weeks::jsonb)
                """,
                advisers.stream()
                        .flatMap(row -> row.adviser().patterns().stream().map(pattern -> parameters(row.id(), pattern)))
                        .toArray(SqlParameterSource[]::new));
    }

    public void update(AdviserId adviser, AdviserProfile profile) {
        batches.update("""
                update branches.adviser set display_name = :name, skills = :skills::text[],
                    languages = :languages::text[], active = :active
                where id = :id
                """, parameters(adviser, profile));
    }

    public void savePattern(AdviserId adviser, WeeklyPattern pattern) {
        batches.update("""
                insert into branches.adviser_pattern (adviser_id, valid_from, every_weeks, weeks)
                values (:adviser, :validFrom, :everyWeeks, :weeks::jsonb)
                on conflict (adviser_id, valid_from)
                do update set every_weeks = excluded.every_weeks, weeks = excluded.weeks
                """, parameters(adviser, pattern));
    }

    public boolean deletePattern(AdviserId adviser, LocalDate validFrom) {
        return jdbc.sql("delete from branches.adviser_pattern where adviser_id = :adviser and valid_from = :day")
                        .param("adviser", adviser.value())
                        .param("day", validFrom)
                        .update()
                == 1;
    }

    public void saveOverride(AdviserId adviser, LocalDate day, List<LocalTimeRange> hours) {
        jdbc.sql("""
                        insert into branches.adviser_override (adviser_id, day, intervals)
                        values (:adviser, :day, :intervals::jsonb)
                        on conflict (adviser_id, day) do update set intervals = excluded.intervals
                        """)
                .param("adviser", adviser.value())
                .param("day", day)
                .param("intervals", json.writeValueAsString(HoursJson.of(hours)))
                .update();
    }

    public boolean deleteOverride(AdviserId adviser, LocalDate day) {
        return jdbc.sql("delete from branches.adviser_override where adviser_id = :adviser and day = :day")
                        .param("adviser", adviser.value())
                        .param("day", day)
                        .update()
                == 1;
    }

    public void insertAbsences(List<AbsenceView> absences) {
        batches.batchUpdate(
                """
                insert into branches.absence (id, adviser_id, during, kind)
                values (:id, :adviser, tstzrange(:from, :to), :kind)
                """,
                absences.stream()
                        .map(row -> new MapSqlParameterSource()
                                .addValue("id", row.id())
                                .addValue("adviser", row.adviser().value())
                                .addValue("from", row.span().start().atOffset(ZoneOffset.UTC))
                                .addValue("to", row.span().end().atOffset(ZoneOffset.UTC))
                                .addValue("kind", row.kind().name()))
                        .toArray(SqlParameterSource[]::new));
    }

    public Optional<AdviserId> adviserOfAbsence(UUID absence) {
        return jdbc.sql("select adviser_id from branches.absence where id = :id")
                .param("id", absence)
                .query(UUID.class)
                .optional()
                .map(AdviserId::new);
    }

    public boolean deleteAbsence(UUID absence) {
        return jdbc.sql("delete from branches.absence where id = :id")
                        .param("id", absence)
                        .update()
                == 1;
    }

    public int countPatterns(AdviserId adviser) {
        return jdbc.sql("select count(*) from branches.adviser_pattern where adviser_id = :id")
                .param("id", adviser.value())
                .query(Integer.class)
                .single();
    }

    /** Overrides within about a year of the day. */
    public int countOverridesAround(AdviserId adviser, LocalDate day) {
        return jdbc.sql("""
                        select count(*) from branches.adviser_override
                        where adviser_id = :id and day between :from and :to
                        """)
                .param("id", adviser.value())
                .param("from", day.minusYears(1))
                .param("to", day.plusYears(1))
                .query(Integer.class)
                .single();
    }

    public int countAbsencesAhead(AdviserId adviser, Instant from) {
        return jdbc.sql("select count(*) from branches.absence where adviser_id = :id and upper(during) > :from")
                .param("id", adviser.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private MapSqlParameterSource parameters(AdviserId adviser, AdviserProfile profile) {
        return new MapSqlParameterSource()
                .addValue("id", adviser.value())
                .addValue("name", profile.displayName())
                .addValue("skills", array(profile.skills()))
                .addValue("languages", array(profile.languages()))
                .addValue("active", profile.active());
    }

    private MapSqlParameterSource parameters(AdviserId adviser, WeeklyPattern pattern) {
        return new MapSqlParameterSource()
                .addValue("adviser", adviser.value())
                .addValue("validFrom", pattern.validFrom())
                .addValue("everyWeeks", pattern.everyWeeks())
                .addValue("weeks", json.writeValueAsString(HoursJson.of(pattern)));
    }

    private static String[] array(Set<String> words) {
        return words.stream().sorted().toArray(String[]::new);
    }
}
