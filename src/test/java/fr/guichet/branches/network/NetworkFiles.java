package fr.guichet.branches.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/** Files as banks have them, and small ones made on the spot. */
final class NetworkFiles {

    static final String HEADER =
            "code,name,street,postcode,town,country,lat,lon,phone,zone,opening_hours,holiday_region,grid_minutes\n";

    private static final ResourceBundle FRENCH = bundle("fr");
    private static final ResourceBundle ENGLISH = bundle("en");

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

    /** Makes sure that each reason has a complete sentence in both languages. */
    static void assertTold(List<Reject> rejects) {
        for (var reject : rejects) {
            for (var bundle : List.of(FRENCH, ENGLISH)) {
                assertThat(MessageFormat.format(
                                bundle.getString(reject.key()),
                                reject.arguments().toArray()))
                        .as(reject.key())
                        .isNotBlank()
                        .doesNotContainPattern("\\{\\d");
            }
        }
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "messages.branches",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
