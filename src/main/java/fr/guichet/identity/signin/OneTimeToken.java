package fr.guichet.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** A random text that stands for something on the server. Only its hash is kept: who reads the table can use none. */
public record OneTimeToken(String text) {

    private static final int BYTES = 32;
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** 256 bits, in characters that need no encoding in addresses and cookies. */
    public static OneTimeToken next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256. No salt and no slow hash: there is nothing to guess in 256 random bits. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "OneTimeToken[…]";
    }
}
