package fr.guichet.platform.start;

import org.jspecify.annotations.Nullable;

/**
 * Guichet cannot start here, for a reason the operator can remove. The message is all he sees: one line that says what is wrong and
 * what to do. Exit status 1, no stack trace.
 */
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        this(message, null);
    }

    public StartRefused(String message, @Nullable Throwable cause) {
        super(message.strip().replaceAll("\\s+", " "), cause);
    }
}
