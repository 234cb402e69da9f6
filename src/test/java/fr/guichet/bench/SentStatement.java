package fr.guichet.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was sent to PostgreSQL and can be sent again.
 *
 * @param sql null for a commit and the like
 * @param calls how its parameters were set and how it was executed, in that order
 */
record SentStatement(@Nullable String sql, List<Call> calls) {

    record Call(Method method, List<@Nullable Object> arguments) {

        private @Nullable Object on(Object target) throws SQLException {
            try {
                return method.invoke(target, arguments.toArray());
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof SQLException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Sends it and reads all that comes back. */
    void sendOn(Connection connection) throws SQLException {
        if (sql == null) {
            calls.getFirst().on(connection);
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var call : calls) {
                call.on(statement);
            }
            try (var rows = statement.getResultSet()) {
                while (rows != null && rows.next()) {
                    rows.getObject(1);
                }
            }
        }
    }
}
