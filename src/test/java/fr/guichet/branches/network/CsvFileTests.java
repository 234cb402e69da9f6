package fr.guichet.branches.network;

import static fr.guichet.branches.network.NetworkFiles.HEADER;
import static fr.guichet.branches.network.NetworkFiles.assertTold;
import static fr.guichet.branches.network.NetworkFiles.bytes;
import static fr.guichet.branches.network.NetworkFiles.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets save them. */
class CsvFileTests {

    private static final String ROW = "A1,Agence,1 rue Haute,35000,Rennes,FR,48.1,-1.6,,,Mo-Fr 09:00-12:00,,";

    @Test
    void linesAreThoseOfTheFile() {
        var reading = CsvFile.read(sample("agences.csv"));
        assertThat(reading.broken()).isFalse();
        assertThat(reading.count()).isEqualTo(13);
        assertThat(reading.entries())
                .extracting(Entry::line, Entry::label)
                .contains(
                        tuple(2, "REN-01 · Rennes République"),
                        tuple(3, "REN-02 · Rennes Sainte-Anne"),
                        // After an empty line; the row itself has two.
                        tuple(5, "REN-03 · Rennes \"Sud\""),
                        tuple(7, "AMB-01 · Ambérieu-en-Bugey"),
                        tuple(16, "BRE-01 · Brest Siam"));
        assertThat(reading.rejects())
                .extracting(Reject::line, Reject::key)
                .containsExactly(tuple(14, "network.fault.cells-missing"), tuple(15, "network.fault.cells-too-many"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsFoundFromTheHeader(String separator) {
        var reading = CsvFile.read(bytes((HEADER + ROW).replace(",", separator)));
        assertThat(reading.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text(Field.TOWN)).isEqualTo("Rennes");
            assertThat(entry.text(Field.OPENING_HOURS)).isEqualTo("Mo-Fr 09:00-12:00");
            assertThat(entry.speaksOf(Field.PHONE)).isTrue();
            assertThat(entry.text(Field.PHONE)).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void anyLineEndWillDo(String end) {
        var reading = CsvFile.read(bytes("\uFEFF" + (HEADER + ROW + "\n\n" + ROW).replace("\n", end)));
        assertThat(reading.entries()).extracting(Entry::line).containsExactly(2, 4);
    }

    @Test
    void columnsStandInAnyOrderAndMayBeLeftOut() {
        var reading = CsvFile.read(
                bytes("Opening_Hours, town ,POSTCODE,street,name,code\n\"Mo 09:00-12:00\",Rennes,35000,x,Agence,A1\n"));
        assertThat(reading.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text(Field.CODE)).isEqualTo("A1");
            assertThat(entry.speaksOf(Field.PHONE)).isFalse();
        });
    }

    @Test
    void emptyColumnsThatASpreadsheetAppendedAreIgnored() {
        var reading = CsvFile.read(bytes(HEADER.replace("\n", ",,\n") + ROW + ",,\n" + ROW + ",x,\n" + ROW + "\n"));
        assertThat(reading.entries()).extracting(Entry::line).containsExactly(2);
        assertThat(reading.rejects()).extracting(Reject::line).containsExactly(3, 4);
    }

    @Test
    void aHeaderThatCannotBeTrustedBreaksTheFile() {
        assertThat(broken("code,name,street,postcode,town\n").key()).isEqualTo("network.fault.column-missing");
        assertThat(broken("code,name,street,postcode,town\n").read()).isEqualTo("opening_hours");
        assertThat(broken(HEADER.replace("zone", "Zonne")))
                .extracting(Reject::key, Reject::read, Reject::suggestion)
                .containsExactly("network.fault.column-unknown", "zonne", "zone");
        assertThat(broken(HEADER.replace("zone", "name")).key()).isEqualTo("network.fault.column-repeated");
        assertThat(broken("{\"type\": \"FeatureCollection\"}").key()).isEqualTo("network.fault.column-unknown");
        assertThat(broken("").key()).isEqualTo("network.fault.empty-file");
        assertThat(broken("\n\n  \n").key()).isEqualTo("network.fault.empty-file");
    }

    @Test
    void anyOtherEncodingIsRefusedWhereItShows() {
        var text = HEADER + ROW + "\n" + ROW.replace("Agence", "Agence de la Cité") + "\n";
        for (var encoding : List.of(StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"))) {
            var reading = CsvFile.read(text.getBytes(encoding));
            assertThat(reading.broken()).isTrue();
            assertThat(reading.rejects()).singleElement().satisfies(reject -> {
                assertThat(reject.line()).isEqualTo(3);
                assertThat(reject.key()).isEqualTo("network.fault.not-utf8");
                assertTold(reading.rejects());
                assertThat(reject.read()).contains("Agence de la Cité");
            });
        }
        var lost = CsvFile.read(bytes(text.replace('é', '\uFFFD')));
        assertThat(lost.broken()).as("a browser that guessed lost the letters").isTrue();
        assertThat(lost.rejects().getFirst().line()).isEqualTo(3);
        assertThat(CsvFile.read(text.getBytes(StandardCharsets.UTF_16)).broken())
                .isTrue();
        assertThat(CsvFile.read(new byte[] {(byte) 0xC3}).broken()).isTrue();
    }

    @Test
    void everyReasonIsASentence() {
        assertTold(CsvFile.read(sample("agences.csv")).rejects());
        assertTold(CsvFile.read(bytes(HEADER + "\"a\n")).rejects());
    }

    @Test
    void anOpenQuoteBreaksTheFileAtItsLine() {
        var reading = CsvFile.read(bytes(HEADER + ROW + "\n" + ROW.replace("Agence", "\"Agence") + "\n" + ROW));
        assertThat(reading.broken()).isTrue();
        assertThat(reading.rejects().getFirst())
                .extracting(Reject::line, Reject::key)
                .containsExactly(3, "network.fault.quotes");
        assertThat(reading.entries()).hasSize(1);
    }

    @Test
    void formulasAreDefusedAndComeBackAsTheyWere() {
        for (var value :
                List.of("=cmd|' /C calc'!A0", "+33299010203", "-1+1", "@SUM(A1)", "'=1", "''+1", "'ordinary", "-")) {
            var written = CsvFile.write(List.of(entry(Map.of(Field.CODE, "A1", Field.NAME, value))));
            var cell = written.lines().skip(1).findFirst().orElseThrow().split(",", -1)[1];
            assertThat(cell.replace("\"", "").charAt(0)).as(cell).isEqualTo('\'');
            assertThat(CsvFile.read(bytes(written)).entries().getFirst().text(Field.NAME))
                    .isEqualTo(value);
        }
        assertThat(CsvFile.write(List.of(entry(Map.of(Field.LON, "-4.48"))))).contains(",-4.48,");
    }

    @Test
    void hostileTablesAreRefusedQuickly() {
        assertThat(CsvFile.read(bytes(HEADER + (ROW + "\n").repeat(20_001)))).satisfies(reading -> {
            assertThat(reading.broken()).isTrue();
            assertThat(reading.rejects().getFirst().key()).isEqualTo("network.fault.too-many");
            assertTold(reading.rejects());
        });
        assertThat(CsvFile.read(bytes(HEADER + ",".repeat(4_000_000))).entries())
                .isEmpty();
        assertThat(CsvFile.read(bytes("\"".repeat(4_000_001))).broken()).isTrue();
        assertThat(CsvFile.read(new byte[4_000_000]).broken()).isTrue();
    }

    private static Reject broken(String text) {
        var reading = CsvFile.read(bytes(text));
        assertThat(reading.broken()).isTrue();
        assertTold(reading.rejects());
        return reading.rejects().getFirst();
    }

    private static Entry entry(Map<Field, String> values) {
        return new Entry(1, new EnumMap<>(values));
    }
}
