package fr.guichet.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was given up.
 *
 * @param event identifies what happened
 * @param type the event's stable name
 * @param listener the id of the listener that could not handle it
 * @param payload the event as JSON
 * @param failure the class of the last exception
 * @param message its message, without personal data
 * @param attempts how often it was tried in all
 * @param published when it happened
 * @param replayed when an operator sent it on its way again; null while it lies here
 */
public record DeadLetter(
        UUID id,
        UUID event,
        String type,
        String listener,
        String payload,
        String failure,
        String message,
        int attempts,
        Instant published,
        Instant firstFailed,
        Instant lastFailed,
        @Nullable Instant replayed) {}
