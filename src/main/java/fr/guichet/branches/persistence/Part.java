package fr.guichet.branches.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a schedule.
 *
 * @param kind B for a branch, A for an adviser, P for a pattern, O for an override, X for an absence
 * @param owner the adviser, or for B the branch
 * @param name the adviser's, for A
 * @param version of the branch or the adviser
 */
record Part(
        char kind,
        UUID owner,
        @Nullable UUID id,
        @Nullable LocalDate day,
        @Nullable Instant start,
        @Nullable Instant stop,
        @Nullable String name,
        long version,
        String data) {

    static Part of(ResultSet row) throws SQLException {
        return new Part(
                row.getString(1).charAt(0),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                instant(row.getTimestamp(5)),
                instant(row.getTimestamp(6)),
                row.getString(7),
                row.getLong(8),
                row.getString(9));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
