package fr.guichet.branches;

/**
 * A place on Earth (WGS 84).
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record Position(double lat, double lon) {

    public Position {
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("lat");
        }
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("lon");
        }
    }
}
