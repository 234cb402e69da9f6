package fr.guichet.branches.hours;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public holidays by rule, held against the law's list and against an independent library. */
class HolidayRegionTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);

    @Test
    void franceKeepsElevenDays() {
        assertThat(HolidayRegion.FR.holidaysBetween(NEW_YEAR, NEW_YEARS_EVE))
                .extracting(dated -> dated.date() + " " + dated.holiday())
                .containsExactly(
                        "2026-01-01 NEW_YEAR",
                        "2026-04-06 EASTER_MONDAY",
                        "2026-05-01 LABOUR_DAY",
                        "2026-05-08 VICTORY_1945",
                        "2026-05-14 ASCENSION",
                        "2026-05-25 WHIT_MONDAY",
                        "2026-07-14 NATIONAL_DAY",
                        "2026-08-15 ASSUMPTION",
                        "2026-11-01 ALL_SAINTS",
                        "2026-11-11 ARMISTICE_1918",
                        "2026-12-25 CHRISTMAS");
    }

    @Test
    void alsaceAndMoselleKeepTwoMore() {
        assertThat(HolidayRegion.FR_ALSACE_MOSELLE.holidaysBetween(NEW_YEAR, NEW_YEARS_EVE))
                .containsAll(HolidayRegion.FR.holidaysBetween(NEW_YEAR, NEW_YEARS_EVE))
                .hasSize(13)
                .contains(
                        new HolidayRegion.Dated(LocalDate.of(2026, 4, 3), PublicHoliday.GOOD_FRIDAY),
                        new HolidayRegion.Dated(LocalDate.of(2026, 12, 26), PublicHoliday.SAINT_STEPHEN));
    }

    @ParameterizedTest
    @CsvSource({
        "FR_GUADELOUPE, 2026-05-27",
        "FR_GUYANE, 2026-06-10",
        "FR_MARTINIQUE, 2026-05-22",
        "FR_MAYOTTE, 2026-04-27",
        "FR_REUNION, 2026-12-20"
    })
    void overseasDepartmentsRememberTheAbolitionOfSlavery(HolidayRegion region, LocalDate date) {
        assertThat(region.holidayOn(date)).contains(PublicHoliday.ABOLITION_OF_SLAVERY);
        assertThat(HolidayRegion.FR.isHoliday(date)).isFalse();
        assertThat(region.holidaysBetween(NEW_YEAR, NEW_YEARS_EVE)).hasSize(12);
    }

    @Test
    void holidaysThatMeetCountOnce() {
        // Ascension fell on 8 May in 1997 and on 1 May in 2008.
        assertThat(HolidayRegion.FR.holidayOn(LocalDate.of(1997, 5, 8))).contains(PublicHoliday.VICTORY_1945);
        assertThat(HolidayRegion.FR.holidaysBetween(LocalDate.of(2008, 5, 1), LocalDate.of(2008, 5, 1)))
                .singleElement()
                .extracting(HolidayRegion.Dated::holiday)
                .isEqualTo(PublicHoliday.LABOUR_DAY);
    }

    @ParameterizedTest
    @CsvSource({"FR,", "FR, 21", "FR_ALSACE_MOSELLE, 57", "FR_ALSACE_MOSELLE, 67", "FR_ALSACE_MOSELLE, 68"})
    void anIndependentLibraryAgrees(HolidayRegion region, @Nullable String department) {
        var library = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));
        // From 2004 to 2007 Whit Monday was worked as the day of solidarity; the library leaves it out there.
        for (int year = 2008; year <= 2199; year++) {
            var theirs = (department == null
                            ? library.getHolidays(Year.of(year))
                            : library.getHolidays(Year.of(year), department))
                    .stream().map(Holiday::getDate).collect(Collectors.toSet());
            assertThat(region.holidaysBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                    .extracting(HolidayRegion.Dated::date)
                    .containsExactlyInAnyOrderElementsOf(theirs);
        }
    }
}
