package fr.guichet.platform.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Reads from an exception what PostgreSQL meant by it. */
public final class DatabaseFailures {

    /** Connection lost, resources short, operator stepping in, retries used up, read-only after a failover. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58", "40");

    private static final Set<String> AWAY_EXACTLY = Set.of("25006", "55P03");

    /** Text too long, number or date out of range, characters that cannot be stored. */
    private static final Set<String> REFUSED_VALUES = Set.of("22001", "22003", "22008", "22021", "22P05");

    private DatabaseFailures() {}

    /** Whether asking again in a moment may well succeed. */
    public static boolean isAway(Throwable failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            // Beginning, ending: whether a commit that was cut off took effect, only asking again with the same key can
            // tell.
            case CannotCreateTransactionException _,
                    TransactionSystemException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    SQLTransientConnectionException _,
                    SQLNonTransientConnectionException _ -> true;
            case SQLException sql -> {
                var state = state(sql);
                yield isClosed(sql)
                        || AWAY_EXACTLY.contains(state)
                        || (state.length() == 5 && AWAY.contains(state.substring(0, 2)));
            }
            default -> false;
        });
    }

    /** Whether the database would not take a value that the request carried. */
    public static boolean refusesTheValue(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && REFUSED_VALUES.contains(state(sql)));
    }

    /** Class and SQL state, for the log; the message is left out because it may quote values. */
    public static String summary(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .map(sql -> isClosed(sql) ? "connection closed" : sql.getClass().getSimpleName() + " " + state(sql))
                .orElse(failure.getClass().getSimpleName());
    }

    /** What the pool says to whoever still holds a connection that broke; it has no state. */
    private static boolean isClosed(SQLException sql) {
        return sql.getSQLState() == null && "Connection is closed".equals(sql.getMessage());
    }

    private static String state(SQLException sql) {
        return Optional.ofNullable(sql.getSQLState()).orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
