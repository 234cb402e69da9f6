package fr.guichet.audit;

import fr.guichet.audit.trail.EntryWriter;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.web.RequestOrigin;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down what is done. Entries can be added and never changed; how that is proven stands in ADR 11. */
@Component
public class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final EntryWriter writer;
    private final Transactions transactions;

    AuditTrail(EntryWriter writer, Transactions transactions) {
        this.writer = writer;
        this.transactions = transactions;
    }

    /**
     * Writes down what the caller's transaction does, in that transaction: both become true together or neither does. One statement.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void record(AuditEntry entry) {
        recordAll(List.of(entry));
    }

    /** The same for many, in few statements. */
    public void recordAll(List<AuditEntry> entries) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Recorded outside the transaction of what was done: one could be kept without the other");
        }
        if (!entries.isEmpty()) {
            writer.write(entries);
        }
    }

    /**
     * Writes down that something was refused, or was read, in a transaction of its own: the caller's is rolled back, or there is
     * none. Within a request it is written when the request's own transaction is over, so that nobody holds two connections.
     */
    public void recordApart(AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            write(entry);
        } else if (!RequestOrigin.afterwards(() -> writeOrTell(entry))) {
            throw new IllegalStateException("Nobody is there to write it down after the transaction: "
                    + entry.action().code());
        }
    }

    private void write(AuditEntry entry) {
        transactions.call(() -> {
            writer.write(List.of(entry));
            return true;
        });
    }

    /** The answer may be on its way already: it is too late to fail. */
    private void writeOrTell(AuditEntry entry) {
        try {
            write(entry);
        } catch (RuntimeException e) {
            LOG.error(
                    "A refused {} was not written down: {}",
                    entry.action().code(),
                    e.getClass().getName());
        }
    }
}
