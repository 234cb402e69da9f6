package fr.guichet.platform.live;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells browsers connected to any instance that something they watch has changed. */
@Component
public class LiveUpdates {

    private final ChangeRelay relay;

    LiveUpdates(ChangeRelay relay) {
        this.relay = relay;
    }

    /**
     * Announces the change once the current transaction has committed, or at once outside one. Changes made within a moment of each
     * other travel together. What travels is the topic only; the reader asks again for what it may see. An instance that dies right
     * after the commit takes the announcement with it, so nothing but a screen may depend on one.
     */
    public void changed(Topic topic) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ofThisTransaction().topics.add(topic);
        } else {
            relay.announce(Set.of(topic));
        }
    }

    private AfterCommit ofThisTransaction() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof AfterCommit mine) {
                return mine;
            }
        }
        var mine = new AfterCommit();
        TransactionSynchronizationManager.registerSynchronization(mine);
        return mine;
    }

    private final class AfterCommit implements TransactionSynchronization {

        private final Set<Topic> topics = new LinkedHashSet<>();

        @Override
        public void afterCommit() {
            relay.announce(topics);
        }
    }
}
