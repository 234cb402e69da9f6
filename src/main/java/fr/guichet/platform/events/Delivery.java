package fr.guichet.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one listener, as it waits in the database.
 *
 * @param event identifies what happened; the same for all its listeners
 * @param type the event's stable name
 * @param listener the listener's id
 * @param payload the event as JSON
 * @param published when it happened, by the real clock
 * @param request the request that caused it, for the log
 * @param firstFailed when it failed for the first time, if it did
 * @param replayed whether an operator took it back from the dead letters
 */
record Delivery(
        UUID event,
        String type,
        String listener,
        String payload,
        Instant published,
        @Nullable String request,
        @Nullable Instant firstFailed,
        boolean replayed) {

    static final String TASK = "event-delivery";

    private static final String SEPARATOR = "/";

    /** As a row for db-scheduler; its id is unique, so that one event reaches one listener through one row. */
    TaskInstance<byte[]> row(EventJson json) {
        return new TaskInstance<>(
                TASK, event + SEPARATOR + listener, json.write(this).getBytes(UTF_8));
    }

    /** The listener that a row's id names, for rows of which nothing else can be read. */
    static String listenerOf(String row) {
        return row.substring(row.indexOf(SEPARATOR) + 1);
    }

    /** The event that a row's id names. */
    static UUID eventOf(String row) {
        return UUID.fromString(row.substring(0, row.indexOf(SEPARATOR)));
    }

    Delivery failedAt(Instant now) {
        return firstFailed == null
                ? new Delivery(event, type, listener, payload, published, request, now, replayed)
                : this;
    }
}
