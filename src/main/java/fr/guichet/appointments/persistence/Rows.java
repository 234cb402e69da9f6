package fr.guichet.appointments.persistence;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentStatus;
import fr.guichet.branches.ReasonId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From rows to values and back. */
final class Rows {

    /** What {@link #appointment} reads, of the table under the alias {@code a}. */
    static final String APPOINTMENT = """
            a.id, a.branch_id, a.adviser_id, a.customer_id, a.reason_id, a.status, a.starts, a.ends, \
            lower(a.blocked) as blocked_start, upper(a.blocked) as blocked_end, a.held_until, a.sequence, a.version, a.changed_at\
            """;

    private Rows() {}

    static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                new AppointmentId(uuid(row, "id")),
                new BranchId(uuid(row, "branch_id")),
                new AdviserId(uuid(row, "adviser_id")),
                new CustomerId(uuid(row, "customer_id")),
                new ReasonId(uuid(row, "reason_id")),
                AppointmentStatus.valueOf(row.getString("status")),
                instant(row, "starts"),
                instant(row, "ends"),
                instant(row, "blocked_start"),
                instant(row, "blocked_end"),
                instantOrNull(row, "held_until"),
                row.getInt("sequence"),
                row.getLong("version"),
                instant(row, "changed_at"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
