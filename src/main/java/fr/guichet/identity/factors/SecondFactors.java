package fr.guichet.identity.factors;

import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.shared.AccountId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The second factor, whichever it is: there is one field to enter a code into, and what was entered tells which kind it is. An
 * account with an app gets no codes by message, or the weaker of the two would be what protects it.
 */
@Component
public class SecondFactors {

    private final AuthenticatorApps apps;
    private final MessageCodes messages;
    private final RecoveryCodes recovery;
    private final Recipients recipients;
    private final Messenger messenger;
    private final Clock clock;

    SecondFactors(
            AuthenticatorApps apps,
            MessageCodes messages,
            RecoveryCodes recovery,
            Recipients recipients,
            Messenger messenger,
            Clock clock) {
        this.apps = apps;
        this.messages = messages;
        this.recovery = recovery;
        this.recipients = recipients;
        this.messenger = messenger;
        this.clock = clock;
    }

    /** Sends a code if that is how this account proves itself. */
    public void ask(AccountId account, MessageCodes.Purpose purpose) {
        if (apps.since(account).isEmpty()) {
            messages.send(account, purpose);
        }
    }

    /**
     * Uses the code up, in the caller's transaction.
     *
     * @param typed as it was entered, with whatever spaces
     * @return which factor it proves; empty when it is wrong, old, used or another account's
     */
    public Optional<SecondFactor> take(AccountId account, CharSequence typed, MessageCodes.Purpose purpose) {
        var code = CodeText.plain(typed);
        if (CodeText.isRecovery(code)) {
            return recovery.take(account, code) ? Optional.of(recovered(account)) : Optional.empty();
        }
        if (!CodeText.isDigits(code)) {
            return Optional.empty();
        }
        if (apps.since(account).isPresent()) {
            return apps.take(account, code) ? Optional.of(SecondFactor.AUTHENTICATOR_APP) : Optional.empty();
        }
        return messages.take(account, purpose, code) ? Optional.of(SecondFactor.MESSAGE_CODE) : Optional.empty();
    }

    private SecondFactor recovered(AccountId account) {
        recipients
                .ofNotices(account)
                .ifPresent(to -> messenger.send(new FactorChanged(to, Change.RECOVERY_CODE_USED, clock.instant())));
        return SecondFactor.RECOVERY_CODE;
    }
}
