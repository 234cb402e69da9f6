package fr.guichet.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Opens connections to the database, for the pool and for those who need one of their own, and can cut all of the pool's at once.
 *
 * <p>A server that hangs answers neither a new connection nor a running statement. Opening has a short limit; statements do not,
 * some are long. {@link DatabaseWatch} finds out that the server hangs and then cuts them.
 */
public final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration OPENING_LIMIT = Duration.ofSeconds(2);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final Duration STATEMENT_LIMIT = Duration.ofMinutes(5);

    private final String url;
    private final Properties properties = new Properties();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    Connections(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "guichet");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
    }

    /** For the pool: cut by {@link #cut()} when the server hangs, and after five minutes without an answer in any case. */
    DataSource pooled() {
        return source(() -> {
            open.removeIf(Connections::isClosed);
            var connection = open(OPENING_LIMIT, STATEMENT_LIMIT);
            open.add(connection);
            return connection;
        });
    }

    /** For work that may take as long as it takes, such as a migration. */
    DataSource unlimited() {
        return source(() -> open(OPENING_LIMIT, Duration.ZERO));
    }

    /** For one who listens to what the database tells of its own accord. An ordinary statement on it must be answered soon. */
    public Connection listening() throws SQLException {
        return open(OPENING_LIMIT, ANSWER_LIMIT);
    }

    /** For a look whether the server answers: whatever takes longer than the limit fails. */
    Connection impatient(Duration limit) throws SQLException {
        return open(limit, limit);
    }

    /** Ends every connection of the pool: whoever waits for an answer on one gets an exception instead. */
    int cut() {
        var cut = 0;
        for (var connection : open) {
            try {
                connection.abort(Runnable::run);
                cut++;
            } catch (SQLException e) {
                LOG.debug("A connection was gone before it could be cut", e);
            }
        }
        open.clear();
        return cut;
    }

    /** Where the database is, for messages; an address may carry a password, so only its first part is told. */
    String place() {
        var question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    private Connection open(Duration limit, Duration later) throws SQLException {
        var limited = new Properties();
        limited.putAll(properties);
        var seconds = Math.toIntExact(Math.max(1, limit.toSeconds()));
        limited.setProperty("connectTimeout", String.valueOf(seconds));
        limited.setProperty("socketTimeout", String.valueOf(seconds));
        limited.setProperty("sslResponseTimeout", String.valueOf(limit.toMillis()));
        var connection = DriverManager.getDriver(url).connect(url, limited);
        connection.setNetworkTimeout(Runnable::run, (int) later.toMillis());
        return connection;
    }

    private static DataSource source(Opening opening) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return opening.open();
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                throw new SQLFeatureNotSupportedException("There is one role only");
            }

            @Override
            public void setLoginTimeout(int seconds) {
                // The pool would like to say; our limit holds.
            }

            @Override
            public int getLoginTimeout() {
                return (int) OPENING_LIMIT.toSeconds();
            }
        };
    }

    @FunctionalInterface
    private interface Opening {
        Connection open() throws SQLException;
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
