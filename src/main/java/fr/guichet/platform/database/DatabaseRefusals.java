package fr.guichet.platform.database;

import fr.guichet.platform.start.StartRefused;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** Turns what the driver and Flyway say at start into one line for the operator. */
final class DatabaseRefusals {

    private static final String CANNOT_CREATE = "42501";

    private DatabaseRefusals() {}

    static StartRefused atStart(String place, SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        var advice =
                switch (state) {
                    case "28P01", "28000" ->
                        "does not accept the user or the password: check spring.datasource.username and spring.datasource.password.";
                    case "3D000" -> "does not exist: create it, or check spring.datasource.url.";
                    case "53300" -> "has no connection left: raise its max_connections or end some.";
                    case "57P03" -> "is starting or stopping: try again in a moment.";
                    case CANNOT_CREATE ->
                        "does not let this user do what is needed: make the user the owner of the database.";
                    default ->
                        state.startsWith("08")
                                ? "cannot be reached (%s): start it, or check spring.datasource.url."
                                        .formatted(reason(failure))
                                : "cannot be used: %s (SQL state %s).".formatted(reason(failure), state);
                };
        return new StartRefused("The database %s %s".formatted(place, advice), failure);
    }

    static RuntimeException migration(String place, String module, FlywayException failure) {
        if (failure instanceof FlywayValidateException) {
            return new StartRefused(
                    "The database %s was made by other scripts than this Guichet has for module %s: start the Guichet that made it, or give another database."
                            .formatted(place, module),
                    failure);
        }
        var sql = sqlCause(failure);
        return sql != null && CANNOT_CREATE.equals(sql.getSQLState()) ? atStart(place, sql) : failure;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** The driver's message for a refused connection is a paragraph; its cause says it shorter. */
    private static String reason(SQLException failure) {
        var cause = failure.getCause();
        var message =
                String.valueOf(cause == null || cause.getMessage() == null ? failure.getMessage() : cause.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
