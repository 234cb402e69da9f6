package fr.guichet.branches.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a network is written down. */
enum NetworkFormat {
    CSV,
    GEOJSON;

    static Optional<NetworkFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** As it stands in addresses and reports: {@code geojson}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Reading read(byte[] bytes) {
        return switch (this) {
            case CSV -> CsvFile.read(bytes);
            case GEOJSON -> GeoJsonFile.read(bytes);
        };
    }

    String write(Iterable<Entry> network) {
        return switch (this) {
            case CSV -> CsvFile.write(network);
            case GEOJSON -> GeoJsonWriter.write(network);
        };
    }

    /** What a file of this format calls the field. */
    String nameOf(Field field) {
        return switch (this) {
            case CSV -> field.column();
            case GEOJSON -> field.tag();
        };
    }

    String mediaType() {
        return switch (this) {
            case CSV -> "text/csv;charset=UTF-8";
            case GEOJSON -> "application/geo+json";
        };
    }
}
