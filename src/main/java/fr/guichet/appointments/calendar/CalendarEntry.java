package fr.guichet.appointments.calendar;

import java.time.Instant;
import java.util.Locale;

/**
 * What a calendar is told of a visit: when and where, never why or for whom.
 *
 * @param uid stays the same for the whole life of the visit
 * @param sequence grows when time, place or standing change, so that calendars replace what they have
 * @param stamp when it last changed
 * @param cancelled whether the visit was called off
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant stamp,
        Instant start,
        Instant end,
        String title,
        String place,
        String text,
        Locale language,
        boolean cancelled) {}
