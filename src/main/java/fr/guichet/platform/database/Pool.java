package fr.guichet.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Refuses at once while the database is known to be away. One request may want a connection several times, for the session, the
 * work, the reader's language; each would wait in vain.
 */
final class Pool extends HikariDataSource {

    private static final String CANNOT_CONNECT = "08001";

    private final DatabaseState state;

    Pool(DatabaseState state) {
        this.state = state;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (state.isAway()) {
            throw new SQLTransientConnectionException("The database is away", CANNOT_CONNECT);
        }
        return super.getConnection();
    }
}
