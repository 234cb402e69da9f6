package fr.guichet.identity.staff;

import fr.guichet.identity.AccountStatus;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts of staff. */
@Repository
class StaffRows {

    private static final String SELECT = """
            select a.id, a.display_name, a.email, a.language, a.status, a.version, lower(a.display_name) as sort_key,
                   a.password_hash is not null as password_chosen,
                   exists (select from identity.authenticator_apps p where p.account_id = a.id and p.confirmed_at is not null)
                       or exists (select from identity.passkeys k where k.account_id = a.id) as app_or_passkey,
                   array(select g.role from identity.grants g where g.account_id = a.id) as roles,
                   (select g.branch_id from identity.grants g where g.account_id = a.id and g.branch_id is not null limit 1) as branch_id,
                   (select g.adviser_id from identity.grants g where g.account_id = a.id and g.adviser_id is not null) as adviser_id,
                   (select p.id from identity.staff_proposals p where p.account_id = a.id and p.expires_at > :now) as proposal_id
              from identity.accounts a
             where a.kind = 'STAFF'""";

    private static final String ADMINISTRATOR = """
            select exists (select from identity.accounts a
                             join identity.grants g on g.account_id = a.id and g.role = 'ADMINISTRATOR'
                            where a.status = 'ACTIVE' and\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One row of a list, with where it stands. */
    record Listed(StaffMember member, String sortKey) {}

    /** Where a page of the list ended. */
    record Position(String sortKey, UUID id) {}

    /**
     * Holds until the transaction ends, on every instance: changes of staff are judged and made one after the other. They are rare,
     * and what speaks against one is what another is about to change.
     */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('identity: staff', 0))::text")
                .query(String.class)
                .list();
    }

    Optional<StaffMember> find(AccountId id) {
        return jdbc.sql(SELECT + " and a.id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .query((row, number) -> member(row))
                .optional();
    }

    List<Listed> list(StaffFilter filter, @Nullable Position after, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new LinkedHashMap<String, Object>();
        conditions.add(SELECT);
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add("(position(:text in lower(a.display_name)) > 0 or position(:text in a.email_key) > 0)");
            parameters.put("text", filter.text().strip().toLowerCase(Locale.ROOT));
        }
        granted("role", filter.role() == null ? null : filter.role().name(), conditions, parameters);
        granted("branch_id", filter.branch() == null ? null : filter.branch().value(), conditions, parameters);
        if (filter.status() != null) {
            conditions.add("a.status = :status");
            parameters.put("status", filter.status().name());
        }
        if (after != null) {
            conditions.add("(lower(a.display_name), a.id) > (:afterKey, :afterId)");
            parameters.put("afterKey", after.sortKey());
            parameters.put("afterId", after.id());
        }
        return jdbc.sql(String.join(" and ", conditions) + " order by lower(a.display_name), a.id limit :limit")
                .params(parameters)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new Listed(member(row), row.getString("sort_key")))
                .list();
    }

    boolean isAdministrator(AccountId id) {
        return jdbc.sql(ADMINISTRATOR + "a.id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether another administrator could be asked: one who has come in, or can. */
    boolean isThereAnotherAdministrator(AccountId than) {
        return jdbc.sql(ADMINISTRATOR + """
                        a.id <> ?
                          and (a.password_hash is not null
                               or exists (select from identity.passkeys k where k.account_id = a.id)
                               or exists (select from identity.known_devices d where d.account_id = a.id)))""")
                .param(than.value())
                .query(Boolean.class)
                .single();
    }

    /** Whose calendar it is. */
    Optional<AccountId> holderOf(AdviserId adviser) {
        return jdbc.sql("select account_id from identity.grants where adviser_id = ?")
                .param(adviser.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    private static void granted(
            String column, @Nullable Object value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add("exists (select from identity.grants g where g.account_id = a.id and g.%1$s = :%1$s)"
                    .formatted(column));
            parameters.put(column, value);
        }
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        var branch = row.getObject("branch_id", UUID.class);
        var adviser = row.getObject("adviser_id", UUID.class);
        return new StaffMember(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("display_name"),
                row.getString("email"),
                row.getString("language"),
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()),
                branch == null ? null : new BranchId(branch),
                adviser == null ? null : new AdviserId(adviser),
                AccountStatus.valueOf(row.getString("status")),
                row.getBoolean("password_chosen"),
                row.getBoolean("app_or_passkey"),
                row.getObject("proposal_id", UUID.class),
                row.getLong("version"));
    }
}
