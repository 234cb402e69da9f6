package fr.guichet.branches.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files as banks have them, and small ones made on the spot. */
final class NetworkFiles {

    static final String HEADER =
            "code,name,street,postcode,town,country,lat,lon,phone,zone,opening_hours,holiday_region,grid_minutes\n";

    private NetworkFiles() {}

    static byte[] sample(String name) {
        try (var stream = Objects.requireNonNull(NetworkFiles.class.getResourceAsStream("/network/" + name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A file of one branch in the middle of Paris, with something else in one place. */
    static byte[] feature(String properties, String geometry) {
        return bytes("""
                {"type": "FeatureCollection", "features": [
                {"type": "Feature", "id": "node/1", "properties": {"amenity": "bank", "name": "Opéra",
                "addr:street": "Rue de la Paix", "addr:postcode": "75002", "addr:city": "Paris",
                "opening_hours": "Mo-Fr 09:00-12:00"%s}, "geometry": %s}]}
                """.formatted(properties, geometry));
    }
}
