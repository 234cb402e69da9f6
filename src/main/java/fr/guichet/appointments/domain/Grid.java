package fr.guichet.appointments.domain;

import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * The moments at which a visit may start: every so many minutes from the local hour. On days when the clocks change, local times that
 * are skipped do not exist and of those that come twice only the first counts.
 *
 * @param minutes between two starts, 1 to 60; counted afresh at every local hour
 */
public record Grid(ZoneId zone, int minutes) {

    private static final int MINUTES_OF_DAY = 24 * 60;

    public Grid {
        if (minutes < 1 || minutes > 60) {
            throw new IllegalArgumentException("A grid of " + minutes + " minutes does not fit the hour");
        }
    }

    /** Whether a visit may start exactly then. */
    public boolean has(Instant start) {
        var local = start.atZone(zone);
        return local.getMinute() % minutes == 0
                && local.getSecond() == 0
                && local.getNano() == 0
                && local.equals(local.withEarlierOffsetAtOverlap());
    }

    /** The local day the instant lies in. */
    public TimeSpan dayOf(Instant instant) {
        var date = instant.atZone(zone).toLocalDate();
        return new TimeSpan(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Every start of these local days, the last included. */
    public GridPoints points(LocalDate from, LocalDate toInclusive) {
        int days = Math.toIntExact(toInclusive.toEpochDay() - from.toEpochDay()) + 1;
        var firstOfDay = new int[days + 1];
        var points = new int[days * 24 * (60 / minutes + 1)];
        int used = 0;
        for (int day = 0; day < days; day++) {
            firstOfDay[day] = used;
            used = add(from.plusDays(day), points, used);
        }
        firstOfDay[days] = used;
        return new GridPoints(from, firstOfDay, Arrays.copyOf(points, used));
    }

    private int add(LocalDate date, int[] points, int from) {
        int used = from;
        var midnight = date.atStartOfDay(zone);
        if (isSteady(midnight, date)) {
            int first = Minutes.floor(midnight.toInstant());
            for (int hour = 0; hour < MINUTES_OF_DAY; hour += 60) {
                for (int minute = 0; minute < 60; minute += minutes) {
                    points[used++] = first + hour + minute;
                }
            }
            return used;
        }
        for (int hour = 0; hour < 24; hour++) {
            for (int minute = 0; minute < 60; minute += minutes) {
                var local = date.atTime(hour, minute);
                if (!zone.getRules().getValidOffsets(local).isEmpty()) {
                    points[used++] = Minutes.floor(ZonedDateTime.of(local, zone).toInstant());
                }
            }
        }
        return used;
    }

    private boolean isSteady(ZonedDateTime midnight, LocalDate date) {
        var next = zone.getRules().nextTransition(midnight.toInstant().minusNanos(1));
        return midnight.toLocalTime().toSecondOfDay() == 0
                && (next == null
                        || !next.getInstant()
                                .isBefore(date.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
