package fr.guichet.audit.sealing;

import com.google.crypto.tink.PublicKeyVerify;
import fr.guichet.audit.trail.Bytes;
import fr.guichet.audit.trail.Canonical;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the trail went, kept outside the database: a trail that ends earlier, or went another way, has lost something.
 *
 * @param number of the newest batch
 * @param hash of that batch
 */
public record Checkpoint(UUID trail, long number, Bytes hash, Bytes signature) {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As it stands in a file. */
    private record Written(UUID trail, long batch, String hash, String signature) {}

    byte[] statement() {
        return statement(trail, number, hash);
    }

    static byte[] statement(UUID trail, long number, Bytes hash) {
        return new Canonical("guichet audit checkpoint", VERSION)
                .id(trail)
                .number(number)
                .bytes(hash)
                .toBytes();
    }

    public boolean isSigned(PublicKeyVerify verifier) {
        return Batch.isSigned(signature, statement(), verifier);
    }

    String toText() {
        return JSON.writeValueAsString(
                new Written(trail, number, hash.toHex(), Base64.getEncoder().encodeToString(signature.toArray())));
    }

    /** Null for a text that is no checkpoint. */
    static @Nullable Checkpoint parse(String text) {
        try {
            var written = JSON.readValue(text, Written.class);
            return new Checkpoint(
                    written.trail,
                    written.batch,
                    Bytes.of(HexFormat.of().parseHex(written.hash)),
                    Bytes.of(Base64.getDecoder().decode(written.signature)));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return null;
        }
    }
}
