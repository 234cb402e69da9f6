package fr.guichet.identity.factors;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.Channel;
import fr.guichet.shared.AccountId;
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
    private final FactorNotices notices;
    private final AccountTrail trail;

    SecondFactors(
            AuthenticatorApps apps,
            MessageCodes messages,
            RecoveryCodes recovery,
            Recipients recipients,
            FactorNotices notices,
            AccountTrail trail) {
        this.apps = apps;
        this.messages = messages;
        this.recovery = recovery;
        this.recipients = recipients;
        this.notices = notices;
        this.trail = trail;
    }

    /** Sends a code if that is how this account proves itself. */
    public void ask(AccountId account, CodeRequest request) {
        if (apps.since(account).isEmpty()) {
            messages.send(account, request);
        }
    }

    /**
     * Uses the code up, in the caller's transaction.
     *
     * @param typed as it was entered, with whatever spaces
     * @param request what it is entered for
     * @return which factor it proves; empty when it is wrong, old, used, or was sent for something else
     */
    public Optional<SecondFactor> take(AccountId account, CharSequence typed, CodeRequest request) {
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
        return messages.take(account, request, code) ? Optional.of(SecondFactor.MESSAGE_CODE) : Optional.empty();
    }

    /** Sends a code to whoever gets codes by text message and has no app: e-mail is where the link went. */
    public void askForRecovery(AccountId account, String link) {
        if (apps.since(account).isEmpty() && getsTexts(account)) {
            messages.send(account, CodeRequest.recovery(link));
        }
    }

    /** The same as {@link #take}, for whoever has shown already that he reads this account's mail: no code by e-mail counts. */
    public Optional<SecondFactor> takeForRecovery(AccountId account, CharSequence typed, String link) {
        return take(account, typed, CodeRequest.recovery(link))
                .filter(factor -> factor != SecondFactor.MESSAGE_CODE || getsTexts(account));
    }

    private boolean getsTexts(AccountId account) {
        return recipients
                .ofCodes(account)
                .filter(to -> to.channel() == Channel.TEXT)
                .isPresent();
    }

    private SecondFactor recovered(AccountId account) {
        notices.changed(account, Change.RECOVERY_CODE_USED);
        trail.did(account, AccountAudit.RECOVERY_CODE_USED);
        return SecondFactor.RECOVERY_CODE;
    }
}
