package fr.guichet.audit.trail;

import fr.guichet.audit.AuditEntry;
import fr.guichet.platform.keys.Keys;
import fr.guichet.platform.web.Devices;
import fr.guichet.platform.web.RequestOrigin;
import fr.guichet.shared.TimeOrderedIds;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds entries, each with the mark of this instance: until it is sealed, the mark shows that nobody has changed it in the database.
 * Nothing is locked and nothing is waited for.
 */
@Component
public class EntryWriter {

    private static final String INSERT = """
            insert into audit.entry (id, at, actor_kind, actor_account, actor_name, action, subject, subject_id, customer_id, branch_id,
                outcome, reason, details, address, device, request_id, mark)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    EntryWriter(JdbcTemplate jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** Adds them in the caller's transaction. */
    public void write(List<AuditEntry> entries) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var origin = RequestOrigin.current().orElse(null);
        var rows = entries.stream()
                .map(entry -> marked(unmarked(entry, at, origin)))
                .toList();
        if (rows.size() == 1) {
            jdbc.update(INSERT, statement -> bind(statement, rows.getFirst()));
        } else {
            jdbc.batchUpdate(INSERT, rows, 1_000, EntryWriter::bind);
        }
    }

    private StoredEntry unmarked(AuditEntry entry, Instant at, @Nullable RequestOrigin origin) {
        return new StoredEntry(
                0,
                TimeOrderedIds.next(),
                at,
                entry.by().kind().name(),
                entry.by().account() == null ? null : entry.by().account().value(),
                entry.by().name(),
                entry.action().code(),
                entry.subject().name(),
                entry.subjectId(),
                entry.customer() == null ? null : entry.customer().value(),
                entry.branch() == null ? null : entry.branch().value(),
                entry.refusal() == null ? "DONE" : "REFUSED",
                entry.refusal(),
                details(entry.details()),
                origin == null ? null : origin.address(),
                origin == null || origin.device() == null ? null : Devices.words(origin.device()),
                origin == null ? null : origin.requestId(),
                null);
    }

    private String details(SortedMap<String, String> details) {
        return details.isEmpty() ? "{}" : json.writeValueAsString(details);
    }

    private StoredEntry marked(StoredEntry entry) {
        try {
            return entry.with(Bytes.of(keys.auditEntries().computeMac(entry.content())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The entry cannot be marked", e);
        }
    }

    private static void bind(PreparedStatement row, StoredEntry entry) throws SQLException {
        row.setObject(1, entry.id());
        row.setObject(2, entry.at() == null ? null : entry.at().atOffset(ZoneOffset.UTC));
        row.setString(3, entry.actorKind());
        set(row, 4, entry.actorAccount());
        row.setString(5, entry.actorName());
        row.setString(6, entry.action());
        row.setString(7, entry.subject());
        set(row, 8, entry.subjectId());
        set(row, 9, entry.customer());
        set(row, 10, entry.branch());
        row.setString(11, entry.outcome());
        row.setString(12, entry.reason());
        row.setString(13, entry.details());
        row.setString(14, entry.address());
        row.setString(15, entry.device());
        row.setString(16, entry.request());
        row.setBytes(17, entry.mark() == null ? null : entry.mark().toArray());
    }

    private static void set(PreparedStatement row, int position, @Nullable UUID id) throws SQLException {
        row.setObject(position, id, Types.OTHER);
    }
}
