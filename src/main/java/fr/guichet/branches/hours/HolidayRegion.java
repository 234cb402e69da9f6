package fr.guichet.branches.hours;

import static fr.guichet.branches.hours.PublicHoliday.ABOLITION_OF_SLAVERY;
import static fr.guichet.branches.hours.PublicHoliday.GOOD_FRIDAY;
import static fr.guichet.branches.hours.PublicHoliday.SAINT_STEPHEN;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which public holidays a branch keeps. Every region has the eleven of the labour code (L3133-1); Alsace and Moselle add two (L3134-13)
 * and each overseas department the day slavery was abolished there (L3422-2). All are computed by rule for any year.
 */
public enum HolidayRegion {
    FR(null),
    /** Good Friday is a holiday by law only in communes that have a Protestant church; banks there close everywhere. */
    FR_ALSACE_MOSELLE(null),
    FR_GUADELOUPE(MonthDay.of(Month.MAY, 27)),
    FR_GUYANE(MonthDay.of(Month.JUNE, 10)),
    FR_MARTINIQUE(MonthDay.of(Month.MAY, 22)),
    FR_MAYOTTE(MonthDay.of(Month.APRIL, 27)),
    FR_REUNION(MonthDay.of(Month.DECEMBER, 20));

    /** A holiday that falls on a date. */
    public record Dated(LocalDate date, PublicHoliday holiday) {}

    private final @Nullable MonthDay abolition;

    HolidayRegion(@Nullable MonthDay abolition) {
        this.abolition = abolition;
    }

    public boolean isHoliday(LocalDate date) {
        return holidayOn(date).isPresent();
    }

    /** The holiday of that date. Where two meet (Ascension on 1 or 8 May), the one with the fixed date. */
    public Optional<PublicHoliday> holidayOn(LocalDate date) {
        for (var holiday : PublicHoliday.values()) {
            if (holiday.everywhere() && holiday.fallsOn(date)) {
                return Optional.of(holiday);
            }
        }
        if (this == FR_ALSACE_MOSELLE) {
            return GOOD_FRIDAY.fallsOn(date)
                    ? Optional.of(GOOD_FRIDAY)
                    : SAINT_STEPHEN.fallsOn(date) ? Optional.of(SAINT_STEPHEN) : Optional.empty();
        }
        return MonthDay.from(date).equals(abolition) ? Optional.of(ABOLITION_OF_SLAVERY) : Optional.empty();
    }

    /** The holidays between the dates, both included, by date; one for each date. */
    public List<Dated> holidaysBetween(LocalDate from, LocalDate toInclusive) {
        var found = new ArrayList<Dated>();
        for (var date = from; !date.isAfter(toInclusive); date = date.plusDays(1)) {
            var day = date;
            holidayOn(day).ifPresent(holiday -> found.add(new Dated(day, holiday)));
        }
        return List.copyOf(found);
    }
}
