package fr.guichet.identity.recovery;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.PasswordWeakness;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.Occasion;
import fr.guichet.identity.factors.FactorNotices;
import fr.guichet.identity.factors.HandedOverCodes;
import fr.guichet.identity.factors.SecondFactors;
import fr.guichet.identity.recovery.PasswordLinks.Link;
import fr.guichet.identity.signin.CountedTries;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.PasswordHashing;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.EmailAddress;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Service;

/**
 * A password chosen by a link. The link alone is not enough: whoever reads somebody's mail would have the account. It takes a second
 * proof that came another way: the code that was handed over, one from the app, from the recovery sheet, or by text message. Wrong
 * codes count as failed sign-ins do.
 */
@Service
public class PasswordRecovery {

    private final PasswordLinks links;
    private final HandedOverCodes handedOver;
    private final SecondFactors secondFactors;
    private final CountedTries tries;
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final FactorNotices notices;
    private final AccountTrail trail;
    private final Transactions transactions;
    private final AsyncTaskExecutor apart;

    PasswordRecovery(
            PasswordLinks links,
            HandedOverCodes handedOver,
            SecondFactors secondFactors,
            CountedTries tries,
            Accounts accounts,
            PasswordHashing hashing,
            FactorNotices notices,
            AccountTrail trail,
            Transactions transactions,
            AsyncTaskExecutor apart) {
        this.links = links;
        this.handedOver = handedOver;
        this.secondFactors = secondFactors;
        this.tries = tries;
        this.accounts = accounts;
        this.hashing = hashing;
        this.notices = notices;
        this.trail = trail;
        this.transactions = transactions;
        this.apart = apart;
    }

    /** What became of the wish to choose a password. */
    public sealed interface Choice {

        record Chosen() implements Choice {}

        record Weak(PasswordWeakness weakness) implements Choice {}

        /** The link is old or used, or the code is wrong; nobody learns which. */
        record Refused() implements Choice {}
    }

    /**
     * Sends a link to the address, if somebody signs in with it. The caller is told nothing, not even by how long it takes: what is
     * to be done is done apart.
     */
    public void forgotten(String email) {
        apart.execute(() -> send(email));
    }

    private void send(String email) {
        EmailAddress.parse(email)
                .flatMap(accounts::findByEmail)
                .filter(AccountView::isActive)
                .ifPresent(account -> transactions.call(() -> {
                    var sent = links.send(account.id(), Occasion.FORGOTTEN, null);
                    if (sent) {
                        trail.wasDone(account.id(), AccountAudit.PASSWORD_LINK_SENT);
                    }
                    return sent;
                }));
    }

    /** Sends a code by text message to the owner of the link, if that is where codes go. The caller is told nothing. */
    public void sendCode(OneTimeToken link) {
        transactions.call(() -> {
            links.lock(link).ifPresent(found -> secondFactors.askForRecovery(found.account(), named(link)));
            return true;
        });
    }

    /**
     * Chooses the password, if link and code are right.
     *
     * @throws fr.guichet.identity.signin.SignInBusyException when too many sign in at once; nothing was judged or counted
     */
    public Choice choose(OneTimeToken token, CharSequence code, CharSequence password) {
        var found = transactions.call(() -> links.lock(token)).flatMap(link -> accounts.find(link.account()));
        if (found.isEmpty()) {
            return new Choice.Refused();
        }
        var weakness = accounts.judge(password, found.get());
        if (weakness.isPresent()) {
            return new Choice.Weak(weakness.get());
        }
        var hash = hashing.run(() -> accounts.encode(password));
        var chosen = transactions.call(() ->
                links.lock(token).filter(link -> proves(link, token, code)).map(link -> choose(link, hash)));
        return chosen.orElseGet(Choice.Refused::new);
    }

    private boolean proves(Link link, OneTimeToken token, CharSequence code) {
        var right = tries.count(link.account(), () -> Optional.of(link).filter(_ -> isRight(link, token, code)))
                .isPresent();
        if (!right) {
            trail.wasRefused(link.account(), AccountAudit.PASSWORD_CHOSEN, "refused");
        }
        return right;
    }

    private boolean isRight(Link link, OneTimeToken token, CharSequence code) {
        var account = link.account();
        return link.codeMac() == null
                ? secondFactors.takeForRecovery(account, code, named(token)).isPresent()
                : handedOver.matches(link.codeMac(), account, code);
    }

    /** What codes for this link are bound to; not the link itself, which is nobody else's business. */
    private static String named(OneTimeToken link) {
        return HexFormat.of().formatHex(link.hash());
    }

    private Choice choose(Link link, String hash) {
        links.forget(link.account());
        accounts.changePasswordTo(link.account(), hash);
        notices.changed(link.account(), Change.PASSWORD);
        trail.wasDone(link.account(), AccountAudit.PASSWORD_CHOSEN);
        return new Choice.Chosen();
    }
}
