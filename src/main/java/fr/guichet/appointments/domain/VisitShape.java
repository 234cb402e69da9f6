package fr.guichet.appointments.domain;

import fr.guichet.branches.VisitReason;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of an adviser's day a visit takes, in minutes. The customer is there for [start, start + length); nobody else may be
 * received, nor have a buffer, in [start - before, start + length + after). Buffers may lie outside working hours.
 */
public record VisitShape(int length, int before, int after) {

    /** The longest blocked range, one day: reading busy times looks back this far. The database refuses more, too. */
    public static final int LONGEST = 24 * 60;

    public VisitShape {
        if (length < 1 || before < 0 || after < 0 || before + length + after > LONGEST) {
            throw new IllegalArgumentException(
                    "A visit of " + length + " minutes, " + before + " before, " + after + " after");
        }
    }

    public static VisitShape of(VisitReason reason) {
        return new VisitShape(
                minutes(reason.duration()), minutes(reason.bufferBefore()), minutes(reason.bufferAfter()));
    }

    public VisitTimes startingAt(Instant start) {
        var end = start.plus(Duration.ofMinutes(length));
        return new VisitTimes(start, end, start.minus(Duration.ofMinutes(before)), end.plus(Duration.ofMinutes(after)));
    }

    private static int minutes(Duration duration) {
        return Math.toIntExact(duration.plusSeconds(59).toMinutes());
    }
}
