package fr.guichet.identity.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base32;

/**
 * The secret of an authenticator app as it is handed over.
 *
 * @param text in base32 (RFC 4648), in groups of four, for whoever types it
 * @param uri in the form that apps read from a QR code
 */
public record AuthenticatorSecret(String text, String uri) {

    private static final String ISSUER = "Guichet";

    public static AuthenticatorSecret of(byte[] secret, String email) {
        var base32 = new Base32().encodeToString(secret).replace("=", "");
        return new AuthenticatorSecret(
                base32.replaceAll("(.{4})(?=.)", "$1 "),
                "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(ISSUER, encoded(email), base32, ISSUER));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "AuthenticatorSecret[…]";
    }
}
