package fr.guichet.branches.hours;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A public holiday of French law. Its name is in the module's bundle under {@link #messageKey()}. */
public enum PublicHoliday {
    NEW_YEAR(MonthDay.of(Month.JANUARY, 1)),
    LABOUR_DAY(MonthDay.of(Month.MAY, 1)),
    VICTORY_1945(MonthDay.of(Month.MAY, 8)),
    NATIONAL_DAY(MonthDay.of(Month.JULY, 14)),
    ASSUMPTION(MonthDay.of(Month.AUGUST, 15)),
    ALL_SAINTS(MonthDay.of(Month.NOVEMBER, 1)),
    ARMISTICE_1918(MonthDay.of(Month.NOVEMBER, 11)),
    CHRISTMAS(MonthDay.of(Month.DECEMBER, 25)),
    EASTER_MONDAY(1),
    ASCENSION(39),
    WHIT_MONDAY(50),
    /** In Alsace and Moselle. */
    GOOD_FRIDAY(-2),
    /** In Alsace and Moselle. */
    SAINT_STEPHEN(MonthDay.of(Month.DECEMBER, 26)),
    /** Overseas, on a date of each department's own. */
    ABOLITION_OF_SLAVERY(null);

    private final @Nullable MonthDay fixed;
    private final int daysAfterEaster;

    PublicHoliday(@Nullable MonthDay fixed) {
        this.fixed = fixed;
        this.daysAfterEaster = Integer.MIN_VALUE;
    }

    PublicHoliday(int daysAfterEaster) {
        this.fixed = null;
        this.daysAfterEaster = daysAfterEaster;
    }

    public String messageKey() {
        return "hours.holiday." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether all of France keeps it. */
    boolean everywhere() {
        return compareTo(WHIT_MONDAY) <= 0;
    }

    boolean fallsOn(LocalDate date) {
        if (fixed != null) {
            return date.getMonth() == fixed.getMonth() && date.getDayOfMonth() == fixed.getDayOfMonth();
        }
        return daysAfterEaster != Integer.MIN_VALUE
                && date.getMonthValue() >= 3
                && date.getMonthValue() <= 6
                && ChronoUnit.DAYS.between(Easter.sunday(date.getYear()), date) == daysAfterEaster;
    }
}
