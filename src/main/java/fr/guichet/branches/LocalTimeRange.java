package fr.guichet.branches;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A stretch of a day in local time, half-open. It begins on the day it is spoken of and lasts at most 24 hours: an end that is not
 * after the start lies on the following day. So {@code 09:00-12:30} is a morning, {@code 22:00-02:00} runs past midnight,
 * {@code 14:00-00:00} ends at midnight and {@code 00:00-00:00} is the whole day.
 *
 * @param from first moment inside
 * @param to first moment after
 */
public record LocalTimeRange(LocalTime from, LocalTime to) {

    /** Whether the end lies on the following day, midnight included. */
    public boolean endsNextDay() {
        return !to.isAfter(from);
    }

    /** Whether something of it lies after the midnight that ends its day. */
    public boolean runsPastMidnight() {
        return endsNextDay() && !to.equals(LocalTime.MIDNIGHT);
    }

    public LocalDateTime startOn(LocalDate day) {
        return day.atTime(from);
    }

    public LocalDateTime endOn(LocalDate day) {
        return (endsNextDay() ? day.plusDays(1) : day).atTime(to);
    }
}
