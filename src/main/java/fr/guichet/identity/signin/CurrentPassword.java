package fr.guichet.identity.signin;

import fr.guichet.shared.AccountId;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Whoever is signed in proves that she knows the password. A wrong one counts as a failed sign-in does: a session left open must not be a
 * place to try passwords out.
 */
@Component
public class CurrentPassword {

    private final SignInAttempts attempts;
    private final PasswordEncoder encoder;
    private final PasswordHashing hashing;

    CurrentPassword(SignInAttempts attempts, PasswordEncoder encoder, PasswordHashing hashing) {
        this.attempts = attempts;
        this.encoder = encoder;
        this.hashing = hashing;
    }

    /**
     * Whether this is the password of the account, or it has none; not looked at while the account is locked.
     *
     * @throws SignInBusyException when too many sign in at once; nothing was judged or counted
     */
    public boolean is(AccountId account, CharSequence password) {
        return hashing.run(() -> attempts.reserve(account)
                .filter(attempt -> attempt.passwordHash() == null || encoder.matches(password, attempt.passwordHash()))
                .filter(attempt -> attempts.forgive(account, attempt.number(), attempt.sessionVersion()))
                .isPresent());
    }
}
