package fr.guichet.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.guichet.shared.AccountId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Spares the database the same small question from every request of a busy session. */
final class RecentAccounts {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 50_000;

    private final Cache<AccountId, Optional<AccountView>> cache =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /**
     * The account as it was a second ago at most. Never makes one caller wait for another's question: when the database is away,
     * each fails for itself.
     *
     * @param seen a session version that the caller knows to exist: what is older than that is asked for again
     */
    Optional<AccountView> find(AccountId id, long seen, Function<AccountId, Optional<AccountView>> ask) {
        var known = cache.getIfPresent(id);
        if (known != null && known.isPresent() && known.get().sessionVersion() >= seen) {
            return known;
        }
        var found = ask.apply(id);
        cache.put(id, found);
        return found;
    }

    /** To be called in a transaction. */
    void forgetOnceCommitted(AccountId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cache.invalidate(id);
            }
        });
    }
}
