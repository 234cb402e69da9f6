package fr.guichet.platform.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Writes the arguments of a message as people read them: {@code lundi 23 novembre 2026 à 9 h 30}, {@code Monday 23 November 2026 at
 * 9:30}, {@code 45 min}. Times come with the zone they mean; an instant alone would leave the reader guessing, so none is taken.
 */
final class ReadableArguments {

    private static final Forms FRENCH =
            new Forms(DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH), "%s à %s", "%d\u00a0h\u00a0%02d");
    private static final Forms ENGLISH =
            new Forms(DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH), "%s at %s", "%d:%02d");

    private ReadableArguments() {}

    static Object[] of(List<Object> arguments, Locale language) {
        var forms = language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : FRENCH;
        return arguments.stream().map(forms::readable).toArray();
    }

    private record Forms(DateTimeFormatter date, String dateAndTime, String time) {

        Object readable(Object argument) {
            return switch (argument) {
                case ZonedDateTime moment -> moment(moment, moment.toLocalTime());
                case OffsetDateTime moment -> moment(moment, moment.toLocalTime());
                case LocalDate day -> date.format(day);
                case LocalTime clock -> time(clock);
                case Duration length -> length(length);
                default -> argument;
            };
        }

        private String moment(TemporalAccessor day, LocalTime clock) {
            return String.format(Locale.ROOT, dateAndTime, date.format(day), time(clock));
        }

        private String time(LocalTime clock) {
            return String.format(Locale.ROOT, time, clock.getHour(), clock.getMinute());
        }

        private static String length(Duration length) {
            if (length.toMinutes() < 60) {
                return length.toMinutes() + "\u00a0min";
            }
            return length.toMinutesPart() == 0
                    ? length.toHours() + "\u00a0h"
                    : String.format(Locale.ROOT, "%d\u00a0h\u00a0%02d", length.toHours(), length.toMinutesPart());
        }
    }
}
