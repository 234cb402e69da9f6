package fr.guichet.identity.factors;

import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.shared.AccountId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells the owner of an account that the way to sign in has changed: whoever did not do it has to hear of it. */
@Component
public class FactorNotices {

    private final Recipients recipients;
    private final Messenger messenger;
    private final Clock clock;

    FactorNotices(Recipients recipients, Messenger messenger, Clock clock) {
        this.recipients = recipients;
        this.messenger = messenger;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    public void changed(AccountId account, Change change) {
        recipients.ofNotices(account).ifPresent(to -> messenger.send(new FactorChanged(to, change, clock.instant())));
    }
}
