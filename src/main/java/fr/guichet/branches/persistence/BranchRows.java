package fr.guichet.branches.persistence;

import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.Position;
import fr.guichet.branches.domain.SearchText;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.TimeSpan;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes branches and their closures. Whoever writes anything of a branch locks its row first. */
@Component
public class BranchRows {

    /** A branch that this transaction holds until it ends. */
    public record Locked(BranchId id, long version, ZoneId zone) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    BranchRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Waits for others who write this branch. Reading it and referring to it stays possible meanwhile. */
    public Optional<Locked> lock(BranchId branch) {
        return jdbc.sql("select version, zone from branches.branch where id = :id for no key update")
                .param("id", branch.value())
                .query((row, _) -> new Locked(branch, row.getLong("version"), ZoneId.of(row.getString("zone"))))
                .optional();
    }

    /** Which of the codes are in use. Others who are about to use one wait until this transaction ends. */
    public List<String> taken(Collection<String> codes) {
        jdbc.sql("select pg_advisory_xact_lock('branches.branch'::regclass::oid::bigint)")
                .query((_, _) -> true)
                .single();
        return jdbc.sql("select code from branches.branch where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> row.getString("code"))
                .list();
    }

    /** DuplicateKeyException when a code is taken. */
    public void insert(Map<BranchId, NewBranch> branches) {
        var rows = branches.entrySet().stream()
                .map(entry -> parameters(entry.getKey(), entry.getValue().settings())
                        .addValue("code", entry.getValue().code()))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into branches.branch (id, code, name, street, postcode, town, latitude, longitude, zone, phone,
                    opening_hours, grid_minutes, holiday_region, search_town, search_name)
                values (:id, :code, :name, :street, :postcode, :town, :latitude, :longitude, :zone, :phone,
                    :openingHours, :gridMinutes, :holidayRegion, :searchTown, :searchName)
                """, rows);
    }

    public void update(BranchId branch, BranchSettings settings) {
        batches.update("""
                update branches.branch set name = :name, street = :street, postcode = :postcode, town = :town,
                    latitude = :latitude, longitude = :longitude, zone = :zone, phone = :phone,
                    opening_hours = :openingHours, grid_minutes = :gridMinutes, holiday_region = :holidayRegion,
                    search_town = :searchTown, search_name = :searchName, version = version + 1
                where id = :id
                """, parameters(branch, settings));
    }

    /** Gives the edited branch a new version, for changes that are not in its own row. */
    public void touch(BranchId branch) {
        jdbc.sql("update branches.branch set version = version + 1 where id = :id")
                .param("id", branch.value())
                .update();
    }

    /** Draws a new number for the schedule and gives it back. The number grows, and is never drawn again even if this rolls back. */
    public long newScheduleVersion(BranchId branch) {
        return jdbc.sql("""
                        update branches.branch set schedule_version = nextval('branches.schedule_version_seq')
                        where id = :id returning schedule_version
                        """).param("id", branch.value()).query(Long.class).single();
    }

    public boolean exists(BranchId branch) {
        return jdbc.sql("select exists (select from branches.branch where id = ?)")
                .param(branch.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether there is any branch at all. */
    public boolean any() {
        return jdbc.sql("select exists (select from branches.branch)")
                .query(Boolean.class)
                .single();
    }

    public int countClosures(BranchId branch) {
        return jdbc.sql("select count(*) from branches.closure where branch_id = :branch and upper(during) > now()")
                .param("branch", branch.value())
                .query(Integer.class)
                .single();
    }

    public void insertClosure(UUID id, BranchId branch, TimeSpan span, String reason) {
        jdbc.sql("""
                        insert into branches.closure (id, branch_id, during, reason)
                        values (:id, :branch, tstzrange(:from, :to), :reason)
                        """)
                .param("id", id)
                .param("branch", branch.value())
                .param("from", span.start().atOffset(ZoneOffset.UTC))
                .param("to", span.end().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    public Optional<BranchId> branchOfClosure(UUID closure) {
        return jdbc.sql("select branch_id from branches.closure where id = :id")
                .param("id", closure)
                .query(UUID.class)
                .optional()
                .map(BranchId::new);
    }

    /** Whether there was one to delete. */
    public boolean deleteClosure(UUID closure) {
        return jdbc.sql("delete from branches.closure where id = :id")
                        .param("id", closure)
                        .update()
                == 1;
    }

    private static MapSqlParameterSource parameters(BranchId branch, BranchSettings settings) {
        var position = Optional.ofNullable(settings.position());
        return new MapSqlParameterSource()
                .addValue("id", branch.value())
                .addValue("name", settings.name())
                .addValue("street", settings.address().street())
                .addValue("postcode", settings.address().postcode())
                .addValue("town", settings.address().town())
                .addValue("latitude", position.map(Position::lat).orElse(null))
                .addValue("longitude", position.map(Position::lon).orElse(null))
                .addValue("zone", settings.zone().getId())
                .addValue("phone", settings.phone())
                .addValue("openingHours", settings.openingHours())
                .addValue("gridMinutes", settings.gridMinutes())
                .addValue("holidayRegion", settings.holidayRegion())
                .addValue("searchTown", SearchText.of(settings.address().town()))
                .addValue("searchName", SearchText.of(settings.name()));
    }
}
