package fr.guichet.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, half-open: the start belongs to it, the end does not. Neighbours that touch therefore do not overlap.
 *
 * @param start first instant inside
 * @param end first instant after; never before the start
 */
public record TimeSpan(Instant start, Instant end) {

    public TimeSpan {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A time span cannot end before it starts: " + start + " to " + end);
        }
    }

    public boolean isEmpty() {
        return start.equals(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** Whether the whole of the other lies inside. */
    public boolean encloses(TimeSpan other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(TimeSpan other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
