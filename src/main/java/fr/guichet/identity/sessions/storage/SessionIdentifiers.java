package fr.guichet.identity.sessions.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes the identifiers of sessions: 216 random bits in 36 characters. The library's own are UUIDs, of which 122 bits are random; OWASP
 * ASVS 5.0, 7.2.3 asks for 128.
 *
 * <p>The browser alone holds the identifier. The store knows the session by a digest of it, as long as the column is wide, so that
 * whoever reads the table, a backup of it or a log of statements cannot come in with what he finds.
 */
@Component
public class SessionIdentifiers implements SessionIdGenerator {

    private static final int BYTES = 27;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The storage asks for an identifier and keeps what it gets: what stands behind it is handed over beside it, on its thread. */
    @SuppressWarnings("ThreadLocalUsage") // there is one of this in a program, and it is typed
    private final ThreadLocal<@Nullable String> made = new ThreadLocal<>();

    /** What the store is to know a new session by. */
    @Override
    public String generate() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var identifier = text(bytes);
        made.set(identifier);
        return inStore(identifier);
    }

    /** What the browser is to hold for the session that the storage has just asked an identifier for. */
    String forBrowser() {
        var identifier = Objects.requireNonNull(made.get(), "the storage asks for identifiers here");
        made.remove();
        return identifier;
    }

    /** What the store knows a session by that the browser has under this identifier, which may be anything at all. */
    public static String inStore(String identifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(identifier.getBytes(UTF_8));
            return text(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
