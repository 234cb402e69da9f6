package fr.guichet.branches.network;

import fr.guichet.branches.Position;
import fr.guichet.branches.hours.HolidayRegion;
import java.time.ZoneId;
import java.util.Set;

/**
 * What a postcode tells of a place: the zone it keeps time by, the holidays it keeps, where on Earth it is.
 *
 * @param south the least latitude, and so on: a rough frame around it
 */
record Territory(ZoneId zone, HolidayRegion holidays, double south, double north, double west, double east) {

    private static final Set<String> ALSACE_AND_MOSELLE = Set.of("57", "67", "68");

    /** Of a postcode of five digits; what is not overseas is in Europe. */
    static Territory of(String postcode) {
        return switch (postcode) {
            case "97133" -> overseas("America/St_Barthelemy", HolidayRegion.FR, 17.5, 18.3, -63.3, -62.5);
            case "97150" -> overseas("America/Marigot", HolidayRegion.FR, 17.5, 18.3, -63.5, -62.7);
            default ->
                switch (postcode.substring(0, 3)) {
                    case "971" -> overseas("America/Guadeloupe", HolidayRegion.FR_GUADELOUPE, 15.6, 16.8, -62.2, -60.8);
                    case "972" -> overseas("America/Martinique", HolidayRegion.FR_MARTINIQUE, 14.2, 15.1, -61.5, -60.6);
                    case "973" -> overseas("America/Cayenne", HolidayRegion.FR_GUYANE, 1.8, 6.1, -55.0, -51.2);
                    case "974" -> overseas("Indian/Reunion", HolidayRegion.FR_REUNION, -21.6, -20.6, 55.0, 56.1);
                    case "975" -> overseas("America/Miquelon", HolidayRegion.FR, 46.5, 47.4, -56.7, -55.9);
                    case "976" -> overseas("Indian/Mayotte", HolidayRegion.FR_MAYOTTE, -13.3, -12.4, 44.8, 45.5);
                    case "986" -> overseas("Pacific/Wallis", HolidayRegion.FR, -14.6, -12.9, -178.5, -175.9);
                    case "987" -> overseas("Pacific/Tahiti", HolidayRegion.FR, -28.2, -7.5, -155.0, -134.0);
                    case "988" -> overseas("Pacific/Noumea", HolidayRegion.FR, -23.2, -17.5, 157.5, 172.5);
                    default ->
                        new Territory(
                                ZoneId.of("Europe/Paris"),
                                ALSACE_AND_MOSELLE.contains(postcode.substring(0, 2))
                                        ? HolidayRegion.FR_ALSACE_MOSELLE
                                        : HolidayRegion.FR,
                                41.2,
                                51.3,
                                -5.5,
                                9.8);
                };
        };
    }

    private static Territory overseas(
            String zone, HolidayRegion holidays, double south, double north, double west, double east) {
        return new Territory(ZoneId.of(zone), holidays, south, north, west, east);
    }

    boolean contains(Position position) {
        return position.lat() >= south && position.lat() <= north && position.lon() >= west && position.lon() <= east;
    }
}
