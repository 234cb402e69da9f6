package fr.guichet.identity.signin;

import fr.guichet.shared.AccountId;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Tries to prove who one is that are not sign-ins. They count with those: five failures in a row, of whatever kind, lock the account.
 */
@Component
public class CountedTries {

    private final SignInAttempts attempts;

    CountedTries(SignInAttempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Looks at the proof under the account's next number, in the caller's transaction.
     *
     * @return what the proof gave; empty as well when the account is locked, and the proof was not looked at
     */
    public <T> Optional<T> count(AccountId account, Supplier<Optional<T>> proof) {
        return attempts.reserve(account).flatMap(attempt -> proof.get()
                .filter(_ -> attempts.forgive(account, attempt.number(), attempt.sessionVersion())));
    }
}
