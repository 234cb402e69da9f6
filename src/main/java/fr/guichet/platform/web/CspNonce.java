package fr.guichet.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The number used once by which a page tells the browser which {@code <style>} elements are its own. The Content Security Policy of
 * a response names it; whoever serves the page writes the same value into {@code <meta property="csp-nonce" content="…">}, where
 * the style library finds it. A page that carries it must be sent with {@code Cache-Control: no-store} and without an entity tag:
 * a 304 would pair the old page with a new policy.
 */
public final class CspNonce {

    private static final String ATTRIBUTE = CspNonce.class.getName();
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CspNonce() {}

    /** The value of this response, the same each time it is asked for; 128 random bits in Base64. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String nonce) {
            return nonce;
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, nonce);
        return nonce;
    }
}
