package fr.guichet.branches.web;

import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** How far from today a calendar may be written: what lies further is a slip of the keyboard. */
@Component
class CalendarReach {

    /** How far back calendars are shown and may be put right. */
    private static final int DAYS_BACK = 60;

    private static final int YEARS_OF_PATTERNS = 2;
    private static final int YEARS_AHEAD = 3;

    private final Clock clock;

    CalendarReach(Clock clock) {
        this.clock = clock;
    }

    LocalDate firstDay() {
        return today().minusDays(DAYS_BACK);
    }

    /** Ends the request with a problem for a day on which no pattern begins that is of use now. */
    void checkStart(LocalDate day, String field) {
        var first = today().minusYears(YEARS_OF_PATTERNS);
        if (day.isBefore(first) || day.isAfter(lastDay())) {
            throw Problems.invalid(new InvalidField(field, "branches.invalid.reach", first, lastDay()))
                    .exception();
        }
    }

    /** Ends the request with a problem for a day out of reach. */
    void check(LocalDate day, String field) {
        if (!holds(day)) {
            throw Problems.invalid(outOfReach(field)).exception();
        }
    }

    /** Ends the request with a problem for a stretch that does not end after it starts or is out of reach. */
    void check(LocalDateTime from, LocalDateTime to) {
        var errors = new ArrayList<InvalidField>();
        if (!holds(from.toLocalDate())) {
            errors.add(outOfReach("from"));
        }
        if (!from.isBefore(to)) {
            errors.add(new InvalidField("to", "branches.invalid.end"));
        } else if (!holds(to.toLocalDate())) {
            errors.add(outOfReach("to"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors).exception();
        }
    }

    private boolean holds(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    private InvalidField outOfReach(String field) {
        return new InvalidField(field, "branches.invalid.reach", firstDay(), lastDay());
    }

    private LocalDate lastDay() {
        return today().plusYears(YEARS_AHEAD);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
