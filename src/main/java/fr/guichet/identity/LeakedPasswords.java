package fr.guichet.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * The commonest passwords, long enough to be allowed, among those that leaked elsewhere (OWASP ASVS 5.0, 6.2.4 asks for 3,000 of them;
 * there are some 12,000). Read when the first password is chosen, not at every start.
 */
final class LeakedPasswords {

    private static final String FILE = "identity/leaked-passwords.txt.gz";

    private LeakedPasswords() {}

    /**
     * Whether it is one of them.
     *
     * @param plain in small letters without accents
     */
    static boolean contain(String plain) {
        return Known.PASSWORDS.contains(plain);
    }

    /** All of them. */
    static Set<String> read() {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ClassPathResource(FILE).getInputStream()), UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Known {
        static final Set<String> PASSWORDS = read();
    }
}
