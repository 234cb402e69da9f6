package fr.guichet.branches.hours;

import java.time.LocalDate;

/**
 * One rule of the text, ready to be asked about days.
 *
 * @param days the days it speaks of
 * @param kind what it does to the hours of those days
 * @param minutes the hours it speaks of; the whole day for an {@code off} without hours
 */
record DayRule(Days days, Kind kind, Minutes minutes) {

    enum Kind {
        /** Open, in place of what earlier rules say of the day. */
        REPLACE,
        /** Open, beside what earlier rules say. */
        ADD,
        CLOSE
    }

    boolean isWeekly() {
        return days.isWeekly();
    }

    /** Whether it takes all days from the other rule, to open them at other times. */
    boolean isMeantBeside(DayRule earlier) {
        return kind == Kind.REPLACE
                && earlier.kind != Kind.CLOSE
                && days.coverWeekdaysOf(earlier.days)
                && minutes.minus(earlier.minutes).equals(minutes);
    }

    boolean concerns(LocalDate date, boolean publicHoliday) {
        if (publicHoliday && kind != Kind.CLOSE && !days.speakOfHolidays()) {
            return false;
        }
        return days.contain(date, publicHoliday);
    }

    Minutes applyTo(Minutes earlier) {
        return switch (kind) {
            case REPLACE -> minutes;
            case ADD -> earlier.plus(minutes);
            case CLOSE -> earlier.minus(minutes);
        };
    }
}
