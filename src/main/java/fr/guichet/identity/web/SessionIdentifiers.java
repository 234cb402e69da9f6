package fr.guichet.identity.web;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes the identifiers of sessions: 216 random bits in 36 characters, which is what the column holds. The library's own are UUIDs,
 * of which 122 bits are random; OWASP ASVS 5.0, 7.2.3 asks for 128.
 */
@Component
class SessionIdentifiers implements SessionIdGenerator {

    private static final int BYTES = 27;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String generate() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
