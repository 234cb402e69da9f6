package fr.guichet.branches.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write instead: each mistake is named with what was read, and put right where the meaning is beyond doubt. */
class WrongHoursTests {

    private static final ResourceBundle FRENCH = bundle("fr");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
                    Mo-Fr 09:00-12:00/14:00-18:00          ! slash             ! 09:00-12:00/14:00-18:00 ! Mo-Fr 09:00-12:00,14:00-18:00
                    Mo-Fr 09:00 - 12:00 / 14:00 - 18:00    ! slash             ! 12:00 / 14:00           ! Mo-Fr 09:00-12:00,14:00-18:00
                    Lu-Ve 09:00-12:00                      ! day-name          ! Lu Ve                   ! Mo-Fr 09:00-12:00
                    Lun-Ven 09:00-12:00                    ! day-name          ! Lun Ven                 ! Mo-Fr 09:00-12:00
                    lundi 09:00-12:00                      ! day-name          ! lundi                   ! Mo 09:00-12:00
                    Mar-Sam 09:00-12:00                    ! day-name          ! Mar Sam                 ! Tu-Sa 09:00-12:00
                    Di 09:00-12:00                         ! day-name          ! Di                      ! Su 09:00-12:00
                    Mon-Fri 09:00-17:00                    ! day-name          ! Mon Fri                 ! Mo-Fr 09:00-17:00
                    Mo-Fr 9h-12h30                         ! time-format       ! 12h30 9h                ! Mo-Fr 09:00-12:30
                    Mo-Fr 9h00 à 12h                       ! time-format       ! 9h00 12h                ! Mo-Fr 09:00-12:00
                    Mo-Fr 09.00-12.30                      ! time-format       ! 09.00 12.30             ! Mo-Fr 09:00-12:30
                    Mo-Fr 0900-1230                        ! time-format       ! 0900 -1230              ! Mo-Fr 09:00-12:30
                    Mo-Fr 9-12,14-18                       ! time-format       ! 9-12 14-18              ! Mo-Fr 09:00-12:00,14:00-18:00
                    Mo-Fr 9am-5pm                          ! time-format       ! 9am 5pm                 ! Mo-Fr 09:00-17:00
                    lu 14h-18h ma 9h-12h 14h-18h sa 9h-13h ! time-format       ! 14h 18h 9h 12h 13h      ! Mo 14:00-18:00; Tu 09:00-12:00,14:00-18:00; sa 09:00-13:00
                    Tu 09:00-midi                          ! word              ! midi                    ! Tu 09:00-12:00
                    Mo-Fr 09:00-12:00; Sa fermé            ! word              ! fermé                   ! Mo-Fr 09:00-12:00; Sa off
                    Mo-Fr 09:00-12:00; jours fériés off    ! word              ! jours fériés            ! Mo-Fr 09:00-12:00; PH off
                    Mo-Fr 09:00-12:00 et 14:00-18:00       ! word              ! et                      ! Mo-Fr 09:00-12:00,14:00-18:00
                    Mo–Fr 09:00–12:00                      ! dash              ! Mo–Fr 09:00–12:00       ! Mo-Fr 09:00-12:00
                    24h/24 7j/7                            ! always            ! 24h/24 7j/7             ! 24/7
                    Mo-Fr 09:00-12:00;                     ! separator         ! 09:00-12:00;            ! Mo-Fr 09:00-12:00
                    Mo-Fr 09:00-12:00,                     ! separator         ! 09:00-12:00,            ! Mo-Fr 09:00-12:00
                    Mo-Fr 09:00-12:00;; Sa 09:00-12:00     ! separator         ! 09:00-12:00;; Sa        ! Mo-Fr 09:00-12:00; Sa 09:00-12:00
                    Mo-Fr 09:00-12:00 14:00-18:00          ! missing-comma     ! 09:00-12:00 14:00-18:00 ! Mo-Fr 09:00-12:00,14:00-18:00
                    Mo-Fr 09:00-12:00 Sa 09:00-11:00       ! missing-semicolon ! 09:00-12:00 Sa          ! Mo-Fr 09:00-12:00; Sa 09:00-11:00
                    Mo-Fr 14:00-00:00                      ! midnight          ! 00:00                   ! Mo-Fr 14:00-24:00
                    Mo-Fr 09:00-12:00; 24/12 off           ! date-format       ! 24/12                   ! Mo-Fr 09:00-12:00; Dec 24 off
                    Mo-Fr 09:00-12:00; 1er mai off         ! month-name        ! mai                     ! Mo-Fr 09:00-12:00; May 01 off
                    Mo-Fr 09:00-12:00; Dec 24,31 off       ! date-format       ! Dec 24,31               ! Mo-Fr 09:00-12:00; Dec 24,Dec 31 off
                    Mo-Fr 09:00-12:00; 2026-12-24 off      ! date-format       ! 2026-12-24              ! Mo-Fr 09:00-12:00; 2026 Dec 24 off
                    Mo-Fr 09:00-12:00 sur rendez-vous      ! comment-quotes    ! sur rendez-vous         ! Mo-Fr 09:00-12:00 "sur rendez-vous"
                    Mo-Fr 09:00-12:00; 14:00-18:00         ! days-missing      ! 14:00-18:00             ! Mo-Fr 09:00-12:00,14:00-18:00
                    Mo-Fr 09:00-12:00; Mo-Fr 14:00-18:00   ! overridden        ! Mo-Fr 09:00-12:00; Mo-Fr 14:00-18:00 ! Mo-Fr 09:00-12:00, Mo-Fr 14:00-18:00
                    We 09:00-12:00; Mo-Fr 14:00-18:00      ! overridden        ! We 09:00-12:00; Mo-Fr 14:00-18:00 ! We 09:00-12:00, Mo-Fr 14:00-18:00
                    Mo-Fr, 09:00-12:00                     ! separator         ! Mo-Fr, 09:00-12:00      ! Mo-Fr 09:00-12:00
                    Mo-Fr 09:00-12:00 & 14:00-18:00        ! word              ! 09:00-12:00 & 14:00-18:00 ! Mo-Fr 09:00-12:00,14:00-18:00
                    Mo-Sa 09:00-12:00; fermé le mercredi   ! word              ! fermé le ! Mo-Sa 09:00-12:00; We off
                    tous les jours 09:00-18:00             ! word              ! tous les jours          ! Mo-Su 09:00-18:00
                    Mo-Fr 8h45-12h30;13h30-17h             ! time-format       ! 8h45 12h30 13h30 17h    ! Mo-Fr 08:45-12:30,13:30-17:00
                    Mo-Fr 09:00-12:00 || "sur rendez-vous" ! times-missing     ! "sur rendez-vous"       ! Mo-Fr 09:00-12:00
                    """)
    void areNamedAndPutRight(String text, String fault, String read, String suggestion) {
        var first = faults(text).getFirst();
        assertThat(first.messageKey()).isEqualTo("hours.fault." + fault);
        assertThat(first.read()).isEqualTo(read);
        assertThat(first.suggestion()).isEqualTo(suggestion);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
                    09:00-12:00                       ! days-missing    ! 09:00-12:00
                    Jul-Aug 09:00-12:00               ! days-missing    ! Jul-Aug 09:00-12:00
                    Mar 09:00-12:00                   ! days-missing    ! Mar 09:00-12:00
                    Mo-Fr                             ! times-missing   ! Mo-Fr
                    Mo-Fr open                        ! times-missing   ! Mo-Fr open
                    "sur rendez-vous"                 ! times-missing   ! "sur rendez-vous"
                    Mo-Fr 18:00-09:00                 ! inverted        ! 18:00-09:00
                    Mo-Fr 22:00-02:00                 ! inverted        ! 22:00-02:00
                    Mo-Fr 09:00-24:30                 ! after-midnight  ! 09:00-24:30
                    Mo-Fr 09:75-12:00                 ! time            ! 09:75
                    Mo-Fr 25:00-26:00                 ! time            ! 25:00-26:00
                    Mo-Fr 24:30-26:00                 ! time            ! 24:30-26:00
                    Mo-Fr 09:00-09:00                 ! empty-range     ! 09:00-09:00
                    Mo-Fr 09:00-47:00                 ! too-long-range  ! 09:00-47:00
                    Mo-Fr 09:00+                      ! open-ended      ! 09:00+
                    Mo-Fr 09:00-17:00+                ! open-ended      ! 09:00-17:00+
                    Mo-Fr 09:00                       ! end-missing     ! 09:00
                    Mo-Fr sunrise-sunset              ! sun             ! sunrise-sunset
                    Mo-Fr 09:00-dusk                  ! sun             ! 09:00-dusk
                    Mo-Fr 10:00-16:00/90              ! interval        ! 10:00-16:00/01:30
                    Mo-Fr 09:00-12:00; SH off         ! school-holidays ! SH
                    PH -1 day 09:00-12:00             ! holiday-offset  ! PH -1 day
                    Mo-Fr 09:00-12:00 "selon jours"   ! comment         ! selon jours
                    "coffres": Mo-Fr 09:00-12:00      ! service         ! coffres
                    Mo-Fr 09:00-12:00 unknown         ! unknown         ! Mo-Fr 09:00-12:00 unknown
                    Mo-Fr 09:00-12:00; 24/7           ! always-first    ! 24/7
                    Feb 30 off                        ! date            ! Feb 30
                    Dec 26-24 off                     ! date            ! Dec 26-24
                    9999999 Dec 24 off                ! date            ! 9999999 Dec 24
                    week 54 Mo 09:00-12:00            ! week            ! week 54
                    Mo[] 09:00-12:00                  ! nth             ! Mo[]
                    Mo[3-1] 09:00-12:00               ! nth             ! Mo[3-1]
                    Fr 22:00-26:00; Fr 23:00-24:00 off ! night-with-off ! 22:00-26:00
                    easter-Apr 30 off                 ! unsupported     ! easter-Apr 30
                    2026 Dec 24,Dec 31 off            ! unsupported     ! 2026 Dec 24
                    Jan,Feb Sa[1] off                 ! unsupported     ! Feb Sa[1]
                    Mo-Fr 09:00-12:00-14:00           ! unreadable      ! 12:00-14:00
                    horaires variables                ! unknown-word    ! horaires variables
                    """)
    void areRefusedWithoutGuessing(String text, String fault, String read) {
        var first = faults(text).getFirst();
        assertThat(first.messageKey()).isEqualTo("hours.fault." + fault);
        assertThat(first.read()).isEqualTo(read);
        assertThat(first.suggestion()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n", "\t"})
    void nothingIsMissingHours(String text) {
        assertThat(faults(text).getFirst().messageKey()).isEqualTo("hours.fault.empty");
    }

    @Test
    void aWholeSentenceIsUnderstood() {
        var faults = faults(
                "du lundi au vendredi de 9h à 12h et de 14h à 18h30, le samedi de 9h à midi ; jours fériés fermé");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.suggestion())
                .isEqualTo("Mo-Fr 09:00-12:00,14:00-18:30,Sa 09:00-12:00; PH off"));
        assertThat(faults)
                .extracting(Fault::messageKey)
                .containsExactly("hours.fault.time-format", "hours.fault.word", "hours.fault.day-name");
    }

    @Test
    void linesOfOneCellAreRules() {
        assertThat(faults("Lundi fermé\nMardi 9h-12h").getFirst().suggestion()).isEqualTo("Mo off; Tu 09:00-12:00");
    }

    @Test
    void tooLongATextIsRefusedUnread() {
        assertThat(faults("Mo-Fr 09:00-12:00;".repeat(100))).singleElement().satisfies(fault -> assertThat(fault.read())
                .hasSizeLessThan(100));
    }

    @Test
    void everyFaultAndHolidayHasASentenceInBothLanguages() {
        var keys = hoursKeys("fr");
        assertThat(hoursKeys("en")).isEqualTo(keys).isNotEmpty();
        for (var holiday : PublicHoliday.values()) {
            assertThat(keys).contains(holiday.messageKey());
        }
        var sentence = MessageFormat.format(bundle("fr").getString("hours.fault.slash"), "09:00/12:00");
        assertThat(sentence).contains("09:00/12:00").doesNotContain("{").doesNotContain("'");
    }

    private static List<String> hoursKeys(String language) {
        return bundle(language).keySet().stream()
                .filter(key -> key.startsWith("hours."))
                .sorted()
                .toList();
    }

    private static ResourceBundle bundle(String language) {
        var name = "/messages/branches_" + language + ".properties";
        try (var stream = Objects.requireNonNull(WrongHoursTests.class.getResourceAsStream(name))) {
            return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The faults of a text, each with a sentence, each suggestion one that can be taken. */
    static List<Fault> faults(String text) {
        var parsed = OpeningHours.parse(text);
        assertThat(parsed).as(text).isInstanceOf(Parsed.Invalid.class);
        var faults = ((Parsed.Invalid) parsed).faults();
        assertThat(faults).isNotEmpty().allSatisfy(fault -> {
            assertThat(FRENCH.containsKey(fault.messageKey()))
                    .as(fault.messageKey())
                    .isTrue();
            if (fault.suggestion() != null) {
                assertThat(OpeningHours.parse(fault.suggestion())).isInstanceOf(Parsed.Valid.class);
            }
        });
        return faults;
    }
}
