package fr.guichet.branches.network;

import static fr.guichet.branches.network.NetworkFiles.assertTold;
import static fr.guichet.branches.network.NetworkFiles.bytes;
import static fr.guichet.branches.network.NetworkFiles.feature;
import static fr.guichet.branches.network.NetworkFiles.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Overpass gives for {@code amenity=bank}, and what else may be sent in its place. */
class GeoJsonFileTests {

    private static final String POINT = "{\"type\": \"Point\", \"coordinates\": [2.331, 48.869]}";

    @Test
    void overpassIsUnderstood() {
        var reading = GeoJsonFile.read(sample("banques.geojson"));
        assertThat(reading.broken()).isFalse();
        assertThat(reading.count()).isEqualTo(6);
        assertThat(reading.entries())
                .extracting(Entry::line, entry -> entry.text(Field.CODE), entry -> entry.text(Field.NAME))
                .containsExactly(
                        tuple(7, "way/98765432", "Banque de l’Odet Quimper Centre"),
                        tuple(40, "node/1234567890", "Banque de l’Odet Douarnenez"),
                        tuple(56, "ODET-29900", "Banque de l’Odet"),
                        tuple(75, "relation/333", "Banque de l’Odet Quimperlé"),
                        tuple(96, "node/444", "Sans adresse ni horaires"));
        var quimper = reading.entries().getFirst();
        assertThat(quimper.text(Field.STREET)).isEqualTo("14 bis Rue Kéréon");
        assertThat(quimper.text(Field.PHONE)).isEqualTo("+33 2 98 01 02 05");
        assertThat(quimper.text(Field.LON)).isEqualTo("-4.1038");
        assertThat(quimper.text(Field.LAT)).isEqualTo("47.9961");
        assertThat(reading.rejects())
                .extracting(Reject::line, Reject::entry, Reject::key)
                .containsExactly(tuple(106, "node/555 · Distributeur", "network.fault.not-a-bank"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Point           | [2.5, 48.5]                                                        | 2.5  | 48.5
                    Point           | [2.5, 48.5, 35]                                                    | 2.5  | 48.5
                    LineString      | [[2, 48], [3, 49]]                                                 | 2.5  | 48.5
                    LineString      | [[2, 48], [4, 48], [4, 50], [2, 50], [2, 48]]                      | 3    | 49
                    Polygon         | [[[2, 48], [4, 48], [4, 50], [2, 50], [2, 48]]]                    | 3    | 49
                    Polygon         | [[[2, 48], [2, 50], [4, 50], [4, 48], [2, 48]]]                    | 3    | 49
                    Polygon         | [[[2, 48], [4, 48], [4, 50], [2, 48]]]                             | 3.3333333 | 48.6666667
                    Polygon         | [[[2, 48], [4, 48], [4, 50], [2, 50], [2, 48]], [[3, 49], [3.5, 49], [3.5, 49.5], [3, 49]]] | 3 | 49
                    Polygon         | [[[2, 48], [2, 48], [2, 48], [2, 48]]]                             | 2    | 48
                    MultiPolygon    | [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]], [[[3, 0], [5, 0], [5, 2], [3, 2], [3, 0]]]] | 3.3 | 0.9
                    MultiPoint      | [[2, 48], [3, 49]]                                                 | 2.5  | 48.5
                    MultiLineString | [[[2, 48], [3, 49]], [[4, 50], [5, 51]]]                           | 3.5  | 49.5
                    """)
    void thePositionIsTheMiddle(String type, String coordinates, double lon, double lat) {
        var file = feature("", "{\"type\": \"" + type + "\", \"coordinates\": " + coordinates + "}");
        assertThat(GeoJsonFile.read(file).entries()).singleElement().satisfies(entry -> {
            assertThat(Double.parseDouble(String.valueOf(entry.text(Field.LON))))
                    .isCloseTo(lon, within(1e-7));
            assertThat(Double.parseDouble(String.valueOf(entry.text(Field.LAT))))
                    .isCloseTo(lat, within(1e-7));
        });
    }

    @Test
    void theOrderOfMembersDoesNotMatter() {
        var file = bytes("""
                {"features": [{"geometry": {"coordinates": [[[2, 48], [4, 48], [4, 50], [2, 50], [2, 48]]],
                "type": "Polygon"}, "properties": {"amenity": "bank"}, "type": "Feature"}], "type": "FeatureCollection"}
                """);
        assertThat(GeoJsonFile.read(file).entries().getFirst().text(Field.LAT)).isEqualTo("49.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "\"here\"",
                "{\"type\": \"Point\", \"coordinates\": []}",
                "{\"type\": \"Polygon\", \"coordinates\": [[]]}",
                "{\"type\": \"Point\", \"coordinates\": null}"
            })
    void aPlaceThatIsNotToldIsLeftOpen(String geometry) {
        assertThat(GeoJsonFile.read(feature("", geometry)).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.speaksOf(Field.LAT)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[NaN, 48.8]",
                "[2.3, 1e999]",
                "[2.3]",
                "[\"2.3\", \"48.8\"]",
                "[null, null]",
                "[2.3, -Infinity]",
                "[200, 48.8]",
                "[2.3, 91]"
            })
    void aPlaceThatCannotBeIsRefusedForThatBranchAlone(String coordinates) {
        var reading = GeoJsonFile.read(feature("", "{\"type\": \"Point\", \"coordinates\": " + coordinates + "}"));
        assertThat(reading.broken()).isFalse();
        assertThat(EntryCheck.of(reading.entries(), Field::tag).rejects())
                .extracting(Reject::field)
                .containsOnly("geometry");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"type": "FeatureCollection", "features": [     | not-json
                    {"type": "FeatureCollection", "features": []} x | not-json
                    {"type": "FeatureCollection", "type": "x"}      | not-json
                    {"type": "Feature", "properties": {}}           | not-geojson
                    {"type": "FeatureCollection"}                   | not-geojson
                    []                                              | not-geojson
                    "text"                                          | not-geojson
                    {"version": 0.6, "elements": [{"type": "node"}]} | overpass-json
                    code,name                                       | not-json
                    """)
    void otherFilesAreRefusedWhole(String text, String fault) {
        var reading = GeoJsonFile.read(bytes(text));
        assertThat(reading.broken()).isTrue();
        assertThat(reading.rejects().getFirst().key()).isEqualTo("network.fault." + fault);
        assertTold(reading.rejects());
    }

    @Test
    void whatIsCutOffIsNotTakenThoughItsBeginningIsGood() {
        var whole = sample("banques.geojson");
        var reading = GeoJsonFile.read(java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(reading.broken()).isTrue();
        assertThat(reading.entries()).isNotEmpty();
    }

    @Test
    void hostileNestingIsRefused() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(GeoJsonFile.read(bytes(deep)).broken()).isTrue();
        assertThat(GeoJsonFile.read(feature("", "{\"type\": \"Polygon\", \"coordinates\": " + deep + "}"))
                        .broken())
                .isTrue();
        assertThat(GeoJsonFile.read(feature(", \"x\": " + deep, POINT)).broken())
                .isTrue();
        assertThat(GeoJsonFile.read(feature(", \"name2\": \"" + "x".repeat(2_000_000) + "\"", POINT))
                        .broken())
                .isTrue();
    }

    @Test
    void aMillionCornersAreOnePlace() {
        var ring = new StringBuilder("[[");
        for (int i = 0; i < 300_000; i++) {
            ring.append("[2.").append(i % 10).append(",48.").append(i % 7).append("],");
        }
        ring.append("[2.0,48.0]]]");
        var reading = GeoJsonFile.read(feature("", "{\"type\": \"Polygon\", \"coordinates\": " + ring + "}"));
        assertThat(reading.entries()).hasSize(1);
    }

    @Test
    void thingsThatAreNoFeaturesAreToldApart() {
        var reading = GeoJsonFile.read(bytes(
                "{\"type\": \"FeatureCollection\", \"features\": [1, \"a\", null, [], {}, {\"properties\": []}]}"));
        assertThat(reading.broken()).isFalse();
        assertThat(reading.count()).isEqualTo(6);
        assertThat(reading.rejects()).hasSize(6);
        assertTold(reading.rejects());
    }
}
