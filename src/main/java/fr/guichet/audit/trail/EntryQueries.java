package fr.guichet.audit.trail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries, the latest first. */
@Repository
public class EntryQueries {

    private final JdbcClient jdbc;

    EntryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to so many of those that the filter lets through. */
    public List<StoredEntry> find(EntryFilter filter, @Nullable EntryPosition after, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var conditions = new ArrayList<String>();
        if (filter.from() != null) {
            conditions.add("at >= :from");
            parameters.put("from", utc(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("at < :to");
            parameters.put("to", utc(filter.to()));
        }
        equal("actor_account", "account", filter.account(), conditions, parameters);
        equal("customer_id", "customer", filter.customer(), conditions, parameters);
        equal("action", "action", filter.action(), conditions, parameters);
        equal("outcome", "outcome", filter.outcome(), conditions, parameters);
        equal("branch_id", "branch", filter.branch(), conditions, parameters);
        equal("address", "address", filter.address(), conditions, parameters);
        follow(after, conditions, parameters);
        return jdbc.sql("select " + EntryRows.COLUMNS + " from audit.entry"
                        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                        + " order by at desc, id desc limit :limit")
                .params(parameters)
                .param("limit", limit)
                .query((row, number) -> EntryRows.read(row))
                .list();
    }

    /**
     * Up to so many of those that concern an account: what was done with it, on it, or on the customer it belongs to.
     *
     * @param customer null for an account of staff
     */
    public List<StoredEntry> concerning(
            UUID account, @Nullable UUID customer, @Nullable EntryPosition after, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var position = new ArrayList<String>();
        follow(after, position, parameters);
        var further = position.isEmpty() ? "" : " and " + position.getFirst();
        var parts = new ArrayList<String>();
        parts.add(part("actor_account = :account", further));
        parts.add(part("subject = 'ACCOUNT' and subject_id = :account", further));
        if (customer != null) {
            parts.add(part("customer_id = :customer", further));
            parameters.put("customer", customer);
        }
        // Each part is one index; who did something to himself is in two of them.
        return jdbc.sql(String.join(" union ", parts) + " order by at desc, id desc limit :limit")
                .params(parameters)
                .param("account", account)
                .param("limit", limit)
                .query((row, number) -> EntryRows.read(row))
                .list();
    }

    /** The number up to which entries are sealed. */
    public long sealedUpTo() {
        return jdbc.sql(
                        "select coalesce(max(last_seq), 0) from audit.batch where number = (select max(number) from audit.batch)")
                .query(Long.class)
                .single();
    }

    private static String part(String condition, String further) {
        return "(select " + EntryRows.COLUMNS + " from audit.entry where " + condition + further
                + " order by at desc, id desc limit :limit)";
    }

    private static void equal(
            String column,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            parameters.put(name, value);
        }
    }

    private static void follow(@Nullable EntryPosition after, List<String> conditions, Map<String, Object> parameters) {
        if (after != null) {
            conditions.add("(at, id) < (:afterTime, :afterId)");
            parameters.put("afterTime", utc(after.at()));
            parameters.put("afterId", after.id());
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
