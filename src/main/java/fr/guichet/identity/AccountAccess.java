package fr.guichet.identity;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.factors.FactorNotices;
import fr.guichet.identity.recovery.Invitations;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import org.springframework.stereotype.Service;

/**
 * Lets the owner of an account in: a link goes out by e-mail, and a code is handed over by whoever made sure who the person is. One
 * without the other opens nothing. Each call is one transaction, or joins the caller's.
 */
@Service
public class AccountAccess {

    private final Accounts accounts;
    private final Invitations invitations;
    private final FactorNotices notices;
    private final AuditTrail audit;
    private final Transactions transactions;

    AccountAccess(
            Accounts accounts,
            Invitations invitations,
            FactorNotices notices,
            AuditTrail audit,
            Transactions transactions) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.notices = notices;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * For an account that nobody has used yet. A link sent before stops working, and so does its code.
     *
     * @return the code to hand over, to be shown once
     */
    public String give(Actor by, AccountId account) {
        return transactions.call(() -> {
            var owner = accounts.find(account).orElseThrow();
            audit.record(AuditEntry.of(by, AccountAudit.ACCESS_GIVEN, AuditSubject.ACCOUNT, account.value())
                    .on(owner.grants().customer().orElse(null)));
            return invitations.invite(account);
        });
    }

    /**
     * For somebody who lost what he signs in with: password, app, passkeys, recovery codes and mobile telephone are forgotten,
     * whoever may hold them now, and all sessions end. The owner is told.
     *
     * @return the code to hand over, to be shown once
     */
    public String giveAnew(Actor by, AccountId account) {
        return transactions.call(() -> {
            accounts.forgetAccess(by, account);
            notices.changed(account, Change.ACCESS_GIVEN_ANEW);
            return give(by, account);
        });
    }
}
