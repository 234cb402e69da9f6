package fr.guichet.testing;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.EmailAddress;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A password that is hashed once for the whole test run, as expensively as any other, so that opening accounts with it costs nothing. */
public final class KnownPassword {

    /** What its owner types. */
    public static final String TEXT = "une porte en bois bleu";

    private static final InitialPassword HASHED =
            new InitialPassword.Encoded("{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(TEXT));

    private KnownPassword() {}

    /** Opens an account of somebody who types it. */
    public static AccountId open(Accounts accounts, String email, String displayName, Grants grants) {
        return accounts.open(new OpenAccount(new EmailAddress(email), HASHED, displayName, "fr", grants))
                .orThrow();
    }

    /** For a new account. */
    public static InitialPassword hashed() {
        return HASHED;
    }
}
