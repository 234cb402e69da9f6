package fr.guichet.audit.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How rows of the trail are read. */
public final class EntryRows {

    /** All columns, each of which is part of what is proven. */
    public static final String COLUMNS =
            "seq, id, at, actor_kind, actor_account, actor_name, action, subject, subject_id, customer_id, branch_id,"
                    + " outcome, reason, details, address, device, request_id, mark";

    private EntryRows() {}

    public static StoredEntry read(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                time(row),
                row.getString("actor_kind"),
                row.getObject("actor_account", UUID.class),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getObject("subject_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getObject("branch_id", UUID.class),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("details"),
                row.getString("address"),
                row.getString("device"),
                row.getString("request_id"),
                Bytes.ofNullable(row.getBytes("mark")));
    }

    private static @Nullable Instant time(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
