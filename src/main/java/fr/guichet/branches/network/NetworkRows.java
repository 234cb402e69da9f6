package fr.guichet.branches.network;

import fr.guichet.branches.Address;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.Position;
import fr.guichet.shared.BranchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads many branches at once. */
@Component
class NetworkRows {

    private static final String BRANCHES = """
            select id, code, name, street, postcode, town, latitude, longitude, zone, phone, opening_hours, grid_minutes,
                holiday_region
            from branches.branch
            """;

    /** A branch that exists. */
    record Known(BranchId id, String code, BranchSettings settings) {}

    private final JdbcClient jdbc;

    NetworkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Known> find(Collection<String> codes) {
        return byCode(BRANCHES + " where code = any(:codes)", codes);
    }

    /**
     * Those of the branches that exist, held until the transaction ends. Others who are about to use a code wait, however long the
     * import before them takes.
     */
    Map<String, Known> lock(Collection<String> codes) {
        jdbc.sql("set local lock_timeout = '60s'").update();
        jdbc.sql("select pg_advisory_xact_lock('branches.branch'::regclass::oid::bigint)")
                .query((_, _) -> true)
                .single();
        return byCode(BRANCHES + " where code = any(:codes) order by id for no key update", codes);
    }

    List<Known> all() {
        return jdbc.sql(BRANCHES + " order by code collate \"C\"")
                .query((row, _) -> known(row))
                .list();
    }

    private Map<String, Known> byCode(String sql, Collection<String> codes) {
        return jdbc.sql(sql).param("codes", codes.toArray(String[]::new)).query((row, _) -> known(row)).list().stream()
                .collect(Collectors.toMap(Known::code, Function.identity()));
    }

    private static Known known(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new Known(
                new BranchId(row.getObject("id", UUID.class)),
                row.getString("code"),
                new BranchSettings(
                        row.getString("name"),
                        new Address(row.getString("street"), row.getString("postcode"), row.getString("town")),
                        latitude == null || longitude == null ? null : new Position(latitude, longitude),
                        ZoneId.of(row.getString("zone")),
                        row.getString("phone"),
                        row.getString("opening_hours"),
                        row.getInt("grid_minutes"),
                        row.getString("holiday_region")));
    }
}
