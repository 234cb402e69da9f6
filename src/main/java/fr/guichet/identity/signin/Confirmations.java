package fr.guichet.identity.signin;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.factors.CodeRequest;
import fr.guichet.identity.factors.SecondFactor;
import fr.guichet.identity.factors.SecondFactors;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whoever is signed in proves once more, by a code, that it is still the same person. Wrong codes count as failed sign-ins do and lock
 * the account in the same way: a session left open must not be a place to try codes out.
 */
@Component
public class Confirmations {

    private final CountedTries tries;
    private final SecondFactors secondFactors;
    private final AccountTrail trail;
    private final Transactions transactions;

    Confirmations(CountedTries tries, SecondFactors secondFactors, AccountTrail trail, Transactions transactions) {
        this.tries = tries;
        this.secondFactors = secondFactors;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * Sends a code by message, to an account that proves itself that way.
     *
     * @param session in which it is asked for, and no other takes it
     */
    public void ask(AccountId account, UUID session) {
        secondFactors.ask(account, CodeRequest.confirmation(session));
    }

    /** Which factor the code proves; empty when it is wrong or the account is locked. */
    public Optional<SecondFactor> confirm(AccountId account, UUID session, CharSequence code) {
        return transactions.call(() -> {
            var asked = CodeRequest.confirmation(session);
            var factor = tries.count(account, () -> secondFactors.take(account, code, asked));
            if (factor.isEmpty()) {
                trail.wasRefused(account, AccountAudit.IDENTITY_CONFIRMED, "refused");
            }
            return factor;
        });
    }
}
