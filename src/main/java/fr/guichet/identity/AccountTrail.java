package fr.guichet.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.platform.web.RequestOrigin;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down how accounts are used: by their owners, and by whoever tries to. What somebody typed is never written down. Refusals
 * cost the asker nothing, so only the first few of a minute are kept on each instance: they tell what goes on, and a flood of them
 * fills no table.
 */
@Component
public class AccountTrail {

    /** Many people may share the address of one branch. */
    private static final int REFUSED_SIGN_INS = 30;

    private static final int REFUSED_RIGHTS = 3;
    private static final int MOST_REMEMBERED = 10_000;

    private final Accounts accounts;
    private final AuditTrail audit;
    private final Cache<List<?>, AtomicInteger> refusals = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    AccountTrail(Accounts accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Something that the owner did with his account, in the caller's transaction. */
    public void did(AccountId owner, AccountAudit what) {
        byOwner(owner, what).ifPresent(audit::record);
    }

    /** The same, where there is no transaction. */
    public void didApart(AccountId owner, AccountAudit what) {
        byOwner(owner, what).ifPresent(audit::recordApart);
    }

    /** That the owner ended one of his sessions. */
    public void endedSession(AccountId owner, UUID session) {
        byOwner(owner, AccountAudit.SESSION_ENDED)
                .map(entry -> entry.with("session", session))
                .ifPresent(audit::recordApart);
    }

    /** Something that was done to an account by somebody who had not signed in, in the caller's transaction. */
    public void wasDone(AccountId account, AccountAudit what) {
        audit.record(byNobody(account, what));
    }

    /**
     * Something that was tried and refused, in the caller's transaction.
     *
     * @param account null when there is none, or nobody knows which
     * @param why a short code in small letters
     */
    public void wasRefused(@Nullable AccountId account, AccountAudit what, String why) {
        if (isKept()) {
            audit.record(byNobody(account, what).refused(why));
        }
    }

    /** The same, where there is no transaction. */
    public void wasRefusedApart(@Nullable AccountId account, AccountAudit what, String why) {
        if (isKept()) {
            audit.recordApart(byNobody(account, what).refused(why));
        }
    }

    /**
     * That somebody asked for what is not his or hers to do.
     *
     * @param operation the name that it has in the table of rights
     * @param thing what the address named; null when it named nothing, or not by an identifier
     * @param why {@code forbidden} or {@code not-found}
     */
    public void hadNoRight(Actor actor, AccountId account, String operation, @Nullable UUID thing, String why) {
        if (isAmongTheFirst(List.of(account, operation), REFUSED_RIGHTS)) {
            audit.recordApart(AuditEntry.of(actor, AccountAudit.RIGHT_REFUSED, AuditSubject.OPERATION, thing)
                    .byOperation(operation)
                    .refused(why));
        }
    }

    /** Counted by where it comes from, not by account: how long the answer takes must not tell which accounts there are. */
    private boolean isKept() {
        var from = RequestOrigin.current().map(RequestOrigin::address).orElse("");
        return isAmongTheFirst(List.of(from), REFUSED_SIGN_INS);
    }

    private boolean isAmongTheFirst(List<?> key, int most) {
        return refusals.get(key, _ -> new AtomicInteger()).incrementAndGet() <= most;
    }

    private Optional<AuditEntry> byOwner(AccountId owner, AccountAudit what) {
        return accounts.recent(owner)
                .map(account -> AuditEntry.of(account.actor(), what, AuditSubject.ACCOUNT, owner.value()));
    }

    private static AuditEntry byNobody(@Nullable AccountId account, AccountAudit what) {
        return AuditEntry.ofNobody(what, AuditSubject.ACCOUNT, account == null ? null : account.value());
    }
}
