package fr.guichet.platform.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers of the keys in a file, which are no secret. Read without the cryptographic library, which a start has no time for.
 *
 * @param primary the one that is used
 * @param all that one and the older ones
 */
record KeyIds(long primary, Set<Long> all) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    KeyIds {
        all = Set.copyOf(all);
    }

    static KeyIds of(Path file) throws IOException {
        try {
            var keyset = JSON.readTree(Files.readString(file));
            var all = new HashSet<Long>();
            keyset.path("key").forEach(key -> all.add(key.path("keyId").asLong()));
            var primary = keyset.path("primaryKeyId").asLong(0);
            if (!all.contains(primary)) {
                throw new IOException("it is not a file of keys");
            }
            return new KeyIds(primary, all);
        } catch (JacksonException e) {
            // The cause would quote the file.
            throw new IOException("it is not a file of keys");
        }
    }
}
