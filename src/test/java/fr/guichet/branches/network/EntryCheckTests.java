package fr.guichet.branches.network;

import static fr.guichet.branches.network.NetworkFiles.HEADER;
import static fr.guichet.branches.network.NetworkFiles.assertTold;
import static fr.guichet.branches.network.NetworkFiles.bytes;
import static fr.guichet.branches.network.NetworkFiles.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.guichet.branches.domain.PhoneNumbers;
import fr.guichet.branches.hours.HolidayRegion;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a branch, said field by field. */
class EntryCheckTests {

    @Test
    void everyMistakeOfADirtyFileIsNamed() {
        var checked = EntryCheck.of(CsvFile.read(sample("agences.csv")).entries(), Field::column);
        assertTold(checked.rejects());
        assertThat(checked.drafts()).extracting(Draft::code).containsExactly("REN-01", "BRE-01");
        assertThat(checked.rejects())
                .extracting(Reject::line, Reject::field, Reject::key, Reject::read, Reject::suggestion)
                .containsExactly(
                        tuple(
                                3,
                                "opening_hours",
                                "hours.fault.slash",
                                "09:00-12:30/14:00-18:00",
                                "Mo-Fr 09:00-12:30,14:00-18:00"),
                        tuple(5, "street", "network.fault.characters", "1 rue de l'Alma\uFFFDBâtiment B", null),
                        tuple(
                                5,
                                "opening_hours",
                                "hours.fault.time-format",
                                "12h30 9h 14h 18h",
                                "Mo-Fr 09:00-12:30,14:00-18:00"),
                        tuple(5, "opening_hours", "hours.fault.day-name", "Lun Ven", "Mo-Fr 09:00-12:30,14:00-18:00"),
                        tuple(7, "postcode", "network.fault.postcode", "1500", "01500"),
                        tuple(8, "lat", "network.fault.position-swapped", "4.8320, 45.7578", "45.7578, 4.8320"),
                        tuple(9, "lat", "network.fault.decimal-comma", "45,7742", "45.7742"),
                        tuple(9, "lon", "network.fault.decimal-comma", "4,8317", "4.8317"),
                        tuple(9, "phone", "network.fault.phone", "04 72 01 02", null),
                        tuple(10, "code", "network.fault.code-repeated", "LYO-01", null),
                        tuple(11, "opening_hours", "hours.fault.days-missing", "09:00-12:00", null),
                        tuple(11, "zone", "network.fault.zone", "Europe/Lille", "Europe/Paris"),
                        tuple(11, "holiday_region", "network.fault.holiday-region", "FR_NORD", null),
                        tuple(11, "grid_minutes", "network.fault.grid", "7", null),
                        tuple(12, "name", "network.fault.missing", "", null),
                        tuple(12, "opening_hours", "hours.fault.empty", "", null),
                        tuple(13, "postcode", "network.fault.postcode", "1000", "01000"),
                        tuple(13, "country", "network.fault.country", "BE", null));
    }

    @ParameterizedTest
    @CsvSource({
        "35000, Europe/Paris, FR",
        "57000, Europe/Paris, FR_ALSACE_MOSELLE",
        "67000, Europe/Paris, FR_ALSACE_MOSELLE",
        "68100, Europe/Paris, FR_ALSACE_MOSELLE",
        "20000, Europe/Paris, FR",
        "97110, America/Guadeloupe, FR_GUADELOUPE",
        "97133, America/St_Barthelemy, FR",
        "97150, America/Marigot, FR",
        "97200, America/Martinique, FR_MARTINIQUE",
        "97300, America/Cayenne, FR_GUYANE",
        "97400, Indian/Reunion, FR_REUNION",
        "97500, America/Miquelon, FR",
        "97600, Indian/Mayotte, FR_MAYOTTE",
        "98600, Pacific/Wallis, FR",
        "98714, Pacific/Tahiti, FR",
        "98800, Pacific/Noumea, FR"
    })
    void thePostcodeTellsTheZoneAndTheHolidays(String postcode, String zone, HolidayRegion region) {
        var draft = only(row("postcode", postcode));
        assertThat(draft.created().zone()).isEqualTo(ZoneId.of(zone));
        assertThat(draft.created().holidayRegion()).isEqualTo(region.name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    35000            | 35000 |
                    35 000           | 35000 |
                    F-35000          | 35000 |
                    1000             |       | 01000
                    350000           |       |
                    35OOO            |       |
                    00100            |       |
                    99000            |       |
                    75001 CEDEX 01   |       |
                    """)
    void postcodesHaveFiveDigits(String written, @Nullable String read, @Nullable String suggestion) {
        var checked = check(row("postcode", written));
        if (read != null) {
            assertThat(checked.drafts().getFirst().address().postcode()).isEqualTo(read);
        } else {
            assertThat(checked.rejects())
                    .singleElement()
                    .extracting(Reject::suggestion)
                    .isEqualTo(suggestion);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    02 99 01 02 03        | +33299010203
                    02.99.01.02.03        | +33299010203
                    0299010203            | +33299010203
                    +33 2 99 01 02 03     | +33299010203
                    +33 (0)2 99 01 02 03  | +33299010203
                    +33 02 99 01 02 03    | +33299010203
                    0033 2 99 01 02 03    | +33299010203
                    0033299010203         | +33299010203
                    (02) 99-01-02-03      | +33299010203
                    0596 60 12 34         | +596596601234
                    0596601234            | +596596601234
                    0262 20 12 34         | +262262201234
                    0269 61 12 34         | +262269611234
                    +590 590 12 34 56     | +590590123456
                    +32 2 279 22 11       | +3222792211
                    3639                  | 3639
                    112                   | 112
                    02 99 01 02           |
                    +33 99 01 02          |
                    +33 2 99 01 02 03 04  |
                    voir site             |
                    """)
    void phonesComeInOneForm(String written, @Nullable String read) {
        assertThat(PhoneNumbers.normalized(written)).isEqualTo(Optional.ofNullable(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    48.1 | -1.6  |
                    48.1 |       | position-half
                         | -1.6  | position-half
                    91   | -1.6  | degrees
                    48.1 | 181   | degrees
                    NaN  | -1.6  | degrees
                    1e9  | -1.6  | degrees
                    0    | 0     | position-elsewhere
                    -1.6 | 48.1  | position-swapped
                    x    | -1.6  | degrees
                    """)
    void positionsMustBeWhereThePostcodeIs(@Nullable String lat, @Nullable String lon, @Nullable String fault) {
        var text = HEADER + "A1,Agence,1 rue Haute,35000,Rennes,FR," + (lat == null ? "" : lat) + ","
                + (lon == null ? "" : lon) + ",,,Mo-Fr 09:00-12:00,,\n";
        assertThat(check(text).rejects())
                .extracting(Reject::key)
                .isEqualTo(fault == null ? List.of() : List.of("network.fault." + fault));
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        assertThat(check(row("name", "A\u0000B")).rejects())
                .extracting(Reject::key)
                .containsExactly("network.fault.characters");
        assertThat(check(row("name", "A\u202EB")).rejects())
                .extracting(Reject::key)
                .containsExactly("network.fault.characters");
        assertThat(check(row("name", "A".repeat(201))).rejects())
                .extracting(Reject::key)
                .containsExactly("network.fault.too-long");
        assertThat(check(row("code", "é1")).rejects()).extracting(Reject::key).containsExactly("network.fault.code");
        assertThat(check(row("code", "A".repeat(65))).rejects())
                .extracting(Reject::key)
                .containsExactly("network.fault.code");
        assertThat(check(row("opening_hours", "\"Mo-Fr 09:00-12:00\nSa 09:00-12:00\""))
                        .rejects())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.key()).isEqualTo("hours.fault.line-break");
                    assertThat(reject.suggestion()).isEqualTo("Mo-Fr 09:00-12:00; Sa 09:00-12:00");
                });
    }

    private static Draft only(String text) {
        var checked = check(text);
        assertThat(checked.rejects()).isEmpty();
        return checked.drafts().getFirst();
    }

    private static EntryCheck.Result check(String text) {
        var checked = EntryCheck.of(CsvFile.read(bytes(text)).entries(), Field::column);
        assertTold(checked.rejects());
        return checked;
    }

    /** A good branch without a position, one column of it changed. */
    private static String row(String column, String value) {
        var cells = List.of(
                "A1", "Agence", "1 rue Haute", "35000", "Rennes", "FR", "", "", "", "", "Mo-Fr 09:00-12:00", "", "");
        var columns = List.of(HEADER.strip().split(","));
        var changed = new java.util.ArrayList<>(cells);
        changed.set(columns.indexOf(column), value);
        return HEADER + String.join(",", changed) + "\n";
    }
}
