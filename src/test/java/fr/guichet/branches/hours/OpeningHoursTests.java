package fr.guichet.branches.hours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.LocalTimeRange;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What correct hours mean, day by day. */
class OpeningHoursTests {

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = '!', textBlock = """
                    Mo-Fr 09:00-12:30,14:00-18:00; Sa 09:00-12:00 ! 2026-11-23 ! 09:00-12:30 14:00-18:00
                    Mo-Fr 09:00-12:30,14:00-18:00; Sa 09:00-12:00 ! 2026-11-28 ! 09:00-12:00
                    Mo-Fr 09:00-12:30,14:00-18:00; Sa 09:00-12:00 ! 2026-11-29 !
                    Sa-Mo 09:00-12:00                             ! 2026-11-23 ! 09:00-12:00
                    Sa-Mo 09:00-12:00                             ! 2026-11-24 !
                    Sa-Mo 09:00-12:00                             ! 2026-11-29 ! 09:00-12:00
                    24/7                                          ! 2026-11-29 ! 00:00-00:00
                    Mo-Fr 10:00-16:00; We 12:00-18:00             ! 2026-11-25 ! 12:00-18:00
                    Mo-Fr 10:00-16:00, We 12:00-18:00             ! 2026-11-25 ! 10:00-18:00
                    Mo-Fr 10:00-16:00, We 17:00-18:00             ! 2026-11-25 ! 10:00-16:00 17:00-18:00
                    Mo-Fr 10:00-16:00; We off                     ! 2026-11-25 !
                    Mo-Fr 10:00-16:00; We closed                  ! 2026-11-25 !
                    Mo-Fr 09:00-18:00; Mo-Fr 12:00-14:00 off      ! 2026-11-25 ! 09:00-12:00 14:00-18:00
                    Mo-Fr 09:00-12:00; We 10:00-11:00 off, We 14:00-16:00 ! 2026-11-25 ! 09:00-10:00 11:00-12:00 14:00-16:00
                    Mo-Fr 09:00-12:00 || We 08:00-18:00           ! 2026-11-25 ! 08:00-18:00
                    Mo off; Mo-Fr 09:00-12:00                     ! 2026-11-23 ! 09:00-12:00
                    Mo-Fr 09:00-12:00 || off                      ! 2026-11-23 ! 09:00-12:00
                    Mo[1] 09:00-12:00                             ! 2026-11-02 ! 09:00-12:00
                    Mo[1] 09:00-12:00                             ! 2026-11-09 !
                    Mo[-1] 09:00-12:00                            ! 2026-11-30 ! 09:00-12:00
                    Mo[-1] 09:00-12:00                            ! 2026-11-23 !
                    Th[1-2,4] 09:00-12:00                         ! 2026-11-12 ! 09:00-12:00
                    Th[1-2,4] 09:00-12:00                         ! 2026-11-19 !
                    Mo[1] +1 day 09:00-12:00                      ! 2026-11-03 ! 09:00-12:00
                    Jul-Aug Mo-Fr 09:00-12:00                     ! 2026-08-31 ! 09:00-12:00
                    Jul-Aug Mo-Fr 09:00-12:00                     ! 2026-09-01 !
                    Nov-Feb Mo-Fr 09:00-12:00                     ! 2027-01-05 ! 09:00-12:00
                    Mo-Su 09:00-12:00; Dec 24-Jan 02 off          ! 2027-01-02 !
                    Mo-Su 09:00-12:00; Dec 24-Jan 02 off          ! 2027-01-03 ! 09:00-12:00
                    Mo-Su 09:00-12:00; Dec 24-26 off              ! 2026-12-24 !
                    Mo-Su 09:00-12:00; Dec 24-26 off              ! 2026-12-27 ! 09:00-12:00
                    Mo-Su 09:00-12:00; 2026 Dec 24-2027 Jan 02 off ! 2027-12-27 ! 09:00-12:00
                    Mo-Su 09:00-12:00; 2026 Dec 24-Jan 02 off     ! 2027-01-02 !
                    Mo-Su 09:00-12:00; 2026 Dec 24+ off           ! 2030-01-02 !
                    Mo-Su 09:00-12:00; 2027-2028 off              ! 2028-02-29 !
                    Mo-Su 09:00-12:00; 2027+ off                  ! 2026-12-31 ! 09:00-12:00
                    Mo-Su 09:00-12:00; Feb 29 off                 ! 2028-02-29 !
                    Mo-Su 09:00-12:00; Feb 29 off                 ! 2027-03-01 ! 09:00-12:00
                    Mo-Su 09:00-12:00; Feb 29 off                 ! 2027-02-28 ! 09:00-12:00
                    Mo-Su 09:00-12:00; Feb off                    ! 2028-02-29 !
                    week 01-53/2 Mo-Fr 09:00-12:00                ! 2026-01-02 ! 09:00-12:00
                    week 01-53/2 Mo-Fr 09:00-12:00                ! 2026-01-05 !
                    week 53 Mo-Fr 09:00-12:00                     ! 2027-01-01 ! 09:00-12:00
                    Mo-Su 09:00-12:00; easter off                 ! 2027-03-28 !
                    Mo-Su 09:00-12:00; Aug Mo[5] off              ! 2026-08-31 !
                    Mo-Su 09:00-12:00; Aug Mo[5] off              ! 2026-08-24 ! 09:00-12:00
                    Mo-Su 09:00-12:00; Sep Mo[5] off              ! 2026-10-05 ! 09:00-12:00
                    Mo-Su 09:00-12:00; Sep Mo[-5] off             ! 2026-08-31 ! 09:00-12:00
                    Mo-Su 09:00-12:00; easter -2 days-easter +1 day off ! 2027-03-26 !
                    Mo-Su 09:00-12:00; easter -2 days-easter +1 day off ! 2027-03-30 ! 09:00-12:00
                    Mo-Su 09:00-12:00; Mar Su[-1]-Oct Su[-1] Mo-Su 08:00-12:00 ! 2026-03-29 ! 08:00-12:00
                    Mo-Su 09:00-12:00; Mar Su[-1]-Oct Su[-1] Mo-Su 08:00-12:00 ! 2026-10-26 ! 09:00-12:00
                    Fr 22:00-26:00                                ! 2026-11-27 ! 22:00-02:00
                    Fr 22:00-26:00                                ! 2026-11-28 !
                    Fr 14:00-24:00                                ! 2026-11-27 ! 14:00-00:00
                    Mo-Fr 09:00-12:00 "sur rendez-vous"           ! 2026-11-27 ! 09:00-12:00
                    Mo-Fr 09:00-12:00,11:00-13:00                 ! 2026-11-27 ! 09:00-13:00
                    Mo-Fr 09:00-12:00,12:00-13:00                 ! 2026-11-27 ! 09:00-13:00
                    mo-fr: 9:00 - 12:00                           ! 2026-11-27 ! 09:00-12:00
                    off                                           ! 2026-11-27 !
                    """)
    void meanThisOnOrdinaryDays(String text, LocalDate date, @Nullable String expected) {
        assertThat(told(text, date, false)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = '!', textBlock = """
                    Mo-Fr 09:00-18:00                              ! 2026-05-14 !
                    Mo-Fr 09:00-18:00; PH off                      ! 2026-05-14 !
                    PH off; Mo-Fr 09:00-18:00                      ! 2026-05-14 !
                    Mo-Fr 09:00-18:00; PH 10:00-12:00              ! 2026-05-14 ! 10:00-12:00
                    PH 10:00-12:00; Mo-Fr 09:00-18:00              ! 2026-05-14 ! 10:00-12:00
                    Mo-Fr,PH 09:00-18:00                           ! 2026-05-14 ! 09:00-18:00
                    PH,Mo-Fr 09:00-18:00                           ! 2026-05-14 ! 09:00-18:00
                    Mo-We,PH 09:00-18:00                           ! 2026-05-14 ! 09:00-18:00
                    PH Mo-We 09:00-18:00                           ! 2026-05-14 !
                    PH Mo-Fr 09:00-18:00                           ! 2026-05-14 ! 09:00-18:00
                    PH 10:00-12:00; Th off                         ! 2026-05-14 !
                    24/7                                           ! 2026-05-14 ! 00:00-00:00
                    24/7; PH off                                   ! 2026-05-14 !
                    Mo-Fr 09:00-18:00; May 14 10:00-11:00          ! 2026-05-14 ! 10:00-11:00
                    Mo-Fr 09:00-18:00; easter +39 days 10:00-11:00 ! 2026-05-14 ! 10:00-11:00
                    May 01-Aug 31 Mo-Fr 09:00-18:00                ! 2026-05-14 !
                    """)
    void closeOnPublicHolidaysUnlessTheTextSpeaksOfThem(String text, LocalDate ascension, @Nullable String expected) {
        assertThat(told(text, ascension, true)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aHolidayRuleSaysNothingOfOtherDays() {
        var wednesday = LocalDate.of(2026, 5, 13);
        assertThat(told("PH 10:00-12:00", wednesday, false)).isEmpty();
        assertThat(told("PH Mo-We 10:00-12:00", wednesday, false)).isEmpty();
        assertThat(told("Mo-We,PH 10:00-12:00", wednesday, false)).isEqualTo("10:00-12:00");
    }

    @Test
    void theTextIsKeptAsItWasWritten() {
        var parsed = (Parsed.Valid) OpeningHours.parse("  mo-fr 9:00-12:00 ");
        assertThat(parsed.hours().text()).isEqualTo("mo-fr 9:00-12:00");
        assertThat(OpeningHours.parse(parsed.hours().text())).isEqualTo(parsed);
    }

    private static String told(String text, LocalDate date, boolean publicHoliday) {
        return hours(text).on(date, publicHoliday).stream()
                .map(OpeningHoursTests::told)
                .collect(Collectors.joining(" "));
    }

    private static String told(LocalTimeRange range) {
        return range.from() + "-" + range.to();
    }

    static OpeningHours hours(String text) {
        var parsed = OpeningHours.parse(text);
        assertThat(parsed).as(text).isInstanceOf(Parsed.Valid.class);
        return ((Parsed.Valid) parsed).hours();
    }
}
