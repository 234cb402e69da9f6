package fr.guichet.audit.sealing;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditProperties;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.audit.OwnAction;
import fr.guichet.audit.trail.EntryRows;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.Actor.SystemActor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what has been kept long enough: whole batches from the oldest on, and in their place a signed anchor, so that the rest can
 * still be proven. A batch that does not prove true is evidence and stays, with all that came after it.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final SystemActor ACTOR = new SystemActor("audit-retention");

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Sealer sealer;
    private final AuditTrail trail;
    private final Keys keys;
    private final Clock clock;
    private final AuditProperties properties;

    Retention(
            JdbcClient jdbc,
            Transactions transactions,
            Sealer sealer,
            AuditTrail trail,
            Keys keys,
            Clock clock,
            AuditProperties properties) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.sealer = sealer;
        this.trail = trail;
        this.keys = keys;
        this.clock = clock;
        this.properties = properties;
    }

    /** Removes every batch whose time is over. Any number of instances may do so at once. */
    public void run() {
        var before = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minus(properties.keepFor())
                .toInstant();
        boolean more;
        do {
            more = transactions.call(() -> removeOldest(before));
        } while (more);
    }

    private boolean removeOldest(Instant before) {
        if (!sealer.isAlone()) {
            return false;
        }
        var id = sealer.trail();
        var oldest = oldest(before);
        if (oldest.isEmpty()) {
            return false;
        }
        var batch = oldest.get();
        if (!follows(batch, id) || !batch.isSigned(id, keys.auditVerifier()) || !fits(batch)) {
            LOG.error(
                    "Batch {} of the audit trail is old enough to be removed but was tampered with: it stays",
                    batch.number());
            return false;
        }
        jdbc.sql("select set_config('audit.retention', 'running', true)").query(rows -> {});
        var removed = jdbc.sql("delete from audit.entry where seq between ? and ?")
                .params(batch.firstSeq(), batch.lastSeq())
                .update();
        jdbc.sql("delete from audit.batch where number = ?")
                .param(batch.number())
                .update();
        replaceAnchor(id, batch);
        trail.record(AuditEntry.of(ACTOR, OwnAction.OLD_ENTRIES_REMOVED, AuditSubject.AUDIT_TRAIL, null)
                .with("batch", batch.number())
                .with("entries", removed)
                .with("sealed", batch.sealedAt()));
        return true;
    }

    /** Never the newest: the chain goes on from it. */
    private Optional<Batch> oldest(Instant before) {
        return jdbc.sql("select " + Batch.COLUMNS + """
                         from audit.batch
                        where number = (select min(number) from audit.batch) and number < (select max(number) from audit.batch)
                            and sealed_at < ?
                        """)
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Sealer::batch)
                .optional();
    }

    private boolean follows(Batch batch, UUID id) {
        var anchor = jdbc.sql("select " + Anchor.COLUMNS + " from audit.anchor order by number desc limit 1")
                .query((row, number) -> Anchor.read(row))
                .optional();
        return anchor.map(found -> found.isSigned(id, keys.auditVerifier())
                        && batch.number() == found.number() + 1
                        && Objects.equals(batch.previous(), found.hash()))
                .orElseGet(() -> batch.number() == 1 && Objects.equals(batch.previous(), Batch.beginning(id)));
    }

    private boolean fits(Batch batch) {
        var lines = Manifest.of(batch.manifest()).lines();
        var entries = jdbc.sql("select " + EntryRows.COLUMNS
                        + " from audit.entry where seq between ? and ? order by seq limit ?")
                .params(batch.firstSeq(), batch.lastSeq(), lines.size() + 1)
                .query((row, number) -> EntryRows.read(row))
                .list();
        if (entries.size() != lines.size()) {
            return false;
        }
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.vouchedFor()
                    || line.seq() != entries.get(i).seq()
                    || !line.digest().equals(entries.get(i).digest())) {
                return false;
            }
        }
        return true;
    }

    private void replaceAnchor(UUID id, Batch batch) {
        var unsigned = new Anchor(batch.number(), batch.lastSeq(), batch.hash(id), sealer.now(), null);
        var anchor = unsigned.signed(sealer.sign(unsigned.statement(id)));
        jdbc.sql("delete from audit.anchor").update();
        jdbc.sql("insert into audit.anchor (number, last_seq, hash, anchored_at, signature) values (?, ?, ?, ?, ?)")
                .param(anchor.number())
                .param(anchor.lastSeq())
                .param(Objects.requireNonNull(anchor.hash()).toArray())
                .param(Objects.requireNonNull(anchor.anchoredAt()).atOffset(ZoneOffset.UTC))
                .param(Objects.requireNonNull(anchor.signature()).toArray())
                .update();
    }
}
