package fr.guichet.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/**
 * The years a request may speak of: 1900 to 2199. Nothing a bank books, was told or files lies outside, and arithmetic on
 * anything inside stays within what Java and PostgreSQL can hold.
 */
public final class SaneTime {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private SaneTime() {}

    /** Whether the date or instant lies within the years; times without a date always do. */
    public static boolean holds(Temporal time) {
        return switch (time) {
            case Instant instant -> !instant.isBefore(FIRST) && instant.isBefore(END);
            case LocalDate date -> holds(date.getYear());
            case LocalDateTime date -> holds(date.getYear());
            case OffsetDateTime date -> holds(date.getYear());
            case ZonedDateTime date -> holds(date.getYear());
            default -> true;
        };
    }

    private static boolean holds(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
