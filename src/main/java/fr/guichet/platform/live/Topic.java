package fr.guichet.platform.live;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something a browser can watch.
 *
 * @param kind a lower-case word such as {@code adviser}, {@code branch} or {@code customer}
 * @param id which one
 */
public record Topic(String kind, UUID id) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,29}");
    private static final Pattern WRITTEN =
            Pattern.compile("(" + KIND + "):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    public Topic {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("A topic's kind is a short lower-case word, not " + kind);
        }
    }

    /** Reads the form that {@link #toString} writes: {@code adviser:018f…}. */
    public static Optional<Topic> parse(String text) {
        var parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new Topic(parts.group(1), UUID.fromString(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
