package fr.guichet.branches.caching;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current transaction has changed and not yet committed, with its new version. Whoever reads it in this transaction sees
 * it, and must not let others see it through memory: it may still be rolled back.
 */
final class Uncommitted<K> {

    private final BiConsumer<K, Long> committed;

    /** Calls back: {@code committed} is told of each change once it is committed, in this instance only */
    Uncommitted(BiConsumer<K, Long> committed) {
        this.committed = committed;
    }

    boolean contains(K what) {
        return TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> changes
                && changes.containsKey(what);
    }

    void add(K what, long version) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            committed.accept(what, version);
            return;
        }
        changes().put(what, version);
    }

    @SuppressWarnings("unchecked") // only this object binds something under its own key
    private Map<K, Long> changes() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> changes) {
            return (Map<K, Long>) changes;
        }
        var changes = new HashMap<K, Long>();
        TransactionSynchronizationManager.bindResource(this, changes);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(Uncommitted.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Uncommitted.this, changes);
            }

            @Override
            public void afterCommit() {
                changes.forEach(committed);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Uncommitted.this);
            }
        });
        return changes;
    }
}
