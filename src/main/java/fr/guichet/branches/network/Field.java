package fr.guichet.branches.network;

import java.util.Arrays;
import java.util.Optional;

/** What a file can say of a branch, with its column in CSV and its tag in OpenStreetMap. */
enum Field {
    CODE("code", "ref"),
    NAME("name", "name"),
    STREET("street", "addr:street"),
    POSTCODE("postcode", "addr:postcode"),
    TOWN("town", "addr:city"),
    COUNTRY("country", "addr:country"),
    LAT("lat", "geometry"),
    LON("lon", "geometry"),
    PHONE("phone", "phone"),
    ZONE("zone", "guichet:zone"),
    OPENING_HOURS("opening_hours", "opening_hours"),
    HOLIDAY_REGION("holiday_region", "guichet:holiday_region"),
    GRID_MINUTES("grid_minutes", "guichet:grid_minutes");

    private final String column;
    private final String tag;

    Field(String column, String tag) {
        this.column = column;
        this.tag = tag;
    }

    String column() {
        return column;
    }

    String tag() {
        return tag;
    }

    /** Whether a CSV file cannot do without the column. */
    boolean isRequired() {
        return switch (this) {
            case CODE, NAME, STREET, POSTCODE, TOWN, OPENING_HOURS -> true;
            case COUNTRY, LAT, LON, PHONE, ZONE, HOLIDAY_REGION, GRID_MINUTES -> false;
        };
    }

    static Optional<Field> ofColumn(String column) {
        return Arrays.stream(values())
                .filter(field -> field.column.equals(column))
                .findFirst();
    }
}
