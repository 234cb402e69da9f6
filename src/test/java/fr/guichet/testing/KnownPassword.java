package fr.guichet.testing;

import fr.guichet.identity.InitialPassword;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A password that is hashed once for the whole test run, as expensively as any other, so that opening accounts with it costs nothing. */
public final class KnownPassword {

    /** What its owner types. */
    public static final String TEXT = "une porte en bois bleu";

    private static final InitialPassword HASHED =
            new InitialPassword.Encoded("{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(TEXT));

    private KnownPassword() {}

    /** For a new account. */
    public static InitialPassword hashed() {
        return HASHED;
    }
}
