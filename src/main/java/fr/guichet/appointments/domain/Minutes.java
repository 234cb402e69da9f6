package fr.guichet.appointments.domain;

import java.time.Instant;

/**
 * Instants as whole minutes since 1970-01-01T00:00Z, which is how free time is computed: visits start and end on whole minutes in
 * every zone of today. An {@code int} reaches the year 6053.
 */
public final class Minutes {

    /** Well inside what an {@code int} of minutes can hold, with room to add a day. */
    private static final long REACH = Integer.MAX_VALUE - 10_000L;

    private Minutes() {}

    /** The minute the instant lies in. */
    public static int floor(Instant instant) {
        return within(Math.floorDiv(instant.getEpochSecond(), 60L));
    }

    /** The first minute that does not begin before the instant. */
    public static int ceil(Instant instant) {
        var second = instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
        return within(Math.ceilDiv(second, 60L));
    }

    public static Instant instant(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }

    private static int within(long minutes) {
        return (int) Math.clamp(minutes, -REACH, REACH);
    }
}
