package fr.guichet.audit.sealing;

import fr.guichet.audit.AuditProperties;
import fr.guichet.audit.trail.Bytes;
import fr.guichet.audit.trail.EntryRows;
import fr.guichet.audit.trail.StoredEntry;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.keys.Keys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals new entries: one instance at a time, in the order of their numbers, none left out and none twice. The database is asked for
 * everything each time, so it does not matter which instance does it or when one dies.
 */
@Component
public class Sealer {

    static final int MOST = 2_000;

    /** Any number; instances that seal or remove wait for each other on it. */
    static final long LOCK = 0x6775_6963_6175_64L;

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration TELL_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Keys keys;
    private final Clock clock;
    private final Checkpoints checkpoints;
    private final Horizon horizon;
    private volatile @Nullable Long told;

    Sealer(JdbcClient jdbc, Transactions transactions, Keys keys, Clock clock, AuditProperties properties) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        this.checkpoints = new Checkpoints(properties.checkpoints());
        this.horizon = new Horizon(jdbc);
    }

    /** Where the trail stands: at a batch, or at its beginning. */
    private record Head(long number, long lastSeq, Bytes hash) {}

    /**
     * Seals what nobody can add to any more, and notes outside the database how far that went.
     *
     * @param patience how long to wait for transactions that are about to add something
     * @return how many entries were sealed
     */
    public int seal(Duration patience) throws InterruptedException {
        var trail = trail();
        checkTheLastNote(trail);
        var sealed = 0;
        var settled = horizon.settled(patience);
        if (settled.isPresent()) {
            int more;
            do {
                more = transactions.call(() -> sealSome(trail, settled.get()));
                sealed += more;
            } while (more == MOST);
        }
        note(trail, head(trail));
        return sealed;
    }

    private int sealSome(UUID trail, long settled) {
        if (!isAlone()) {
            return 0;
        }
        var head = head(trail);
        var entries = after(head.lastSeq, settled);
        if (entries.isEmpty() && head.number > 0) {
            return 0;
        }
        var lastSeq = entries.size() < MOST
                ? Math.max(settled, head.lastSeq)
                : entries.getLast().seq();
        var manifest = new Manifest(entries.stream().map(this::line).toList());
        keep(signed(
                trail,
                new Batch(
                        head.number + 1,
                        head.lastSeq + 1,
                        entries.isEmpty() ? head.lastSeq : lastSeq,
                        manifest.toBytes(),
                        head.hash,
                        now(),
                        null)));
        return entries.size();
    }

    private Manifest.Line line(StoredEntry entry) {
        var vouchedFor = isVouchedFor(entry);
        if (!vouchedFor) {
            LOG.error(
                    "Entry {} of the audit trail was changed before it was sealed, or was not written by Guichet",
                    entry.seq());
        }
        return new Manifest.Line(entry.seq(), vouchedFor, entry.digest());
    }

    private boolean isVouchedFor(StoredEntry entry) {
        var mark = entry.mark();
        if (mark == null) {
            return false;
        }
        try {
            keys.auditEntries().verifyMac(mark.toArray(), entry.content());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Batch signed(UUID trail, Batch batch) {
        return batch.signed(sign(batch.statement(trail)));
    }

    Bytes sign(byte[] statement) {
        try {
            return Bytes.of(keys.auditSigner().sign(statement));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The audit trail cannot be signed", e);
        }
    }

    /** Until the transaction ends. */
    boolean isAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    UUID trail() {
        return jdbc.sql("select id from audit.trail").query(UUID.class).single();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Head head(UUID trail) {
        return jdbc.sql("select " + Batch.COLUMNS + " from audit.batch order by number desc limit 1")
                .query(Sealer::batch)
                .optional()
                .map(batch -> new Head(batch.number(), batch.lastSeq(), batch.hash(trail)))
                .orElseGet(() -> new Head(0, 0, Batch.beginning(trail)));
    }

    private Optional<Batch> batch(long number) {
        return jdbc.sql("select " + Batch.COLUMNS + " from audit.batch where number = ?")
                .param(number)
                .query(Sealer::batch)
                .optional();
    }

    private List<StoredEntry> after(long seq, long settled) {
        return jdbc.sql("select " + EntryRows.COLUMNS
                        + " from audit.entry where seq > ? and seq <= ? order by seq limit ?")
                .params(seq, settled, MOST)
                .query((row, number) -> EntryRows.read(row))
                .list();
    }

    private void keep(Batch batch) {
        jdbc.sql("""
                        insert into audit.batch (number, first_seq, last_seq, manifest, previous, sealed_at, signature)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(batch.number())
                .param(batch.firstSeq())
                .param(batch.lastSeq())
                .param(Objects.requireNonNull(batch.manifest()).toArray())
                .param(Objects.requireNonNull(batch.previous()).toArray())
                .param(Objects.requireNonNull(batch.sealedAt()).atOffset(ZoneOffset.UTC))
                .param(Objects.requireNonNull(batch.signature()).toArray())
                .update();
    }

    static Batch batch(ResultSet row, int number) throws SQLException {
        return Batch.read(row);
    }

    /**
     * Whether the trail still goes as far as it was noted to. If not, somebody has taken its end away: the note is kept as evidence, or
     * sealing on would make it forgotten.
     */
    private void checkTheLastNote(UUID trail) {
        try {
            var noted = checkpoints.head(trail);
            if (noted.isEmpty() || noted.get().number() <= anchored()) {
                return;
            }
            var batch = batch(noted.get().number());
            if (batch.isEmpty() || !noted.get().hash().equals(batch.get().hash(trail))) {
                LOG.error(
                        "The audit trail in the database does not hold batch {} any more, which was sealed: its end was taken away or replaced. The evidence is in {}",
                        noted.get().number(),
                        checkpoints.keepLost(noted.get()));
            }
        } catch (IOException e) {
            LOG.warn("The checkpoint of the audit trail in {} cannot be read: {}", checkpoints.folder(), e.toString());
        }
    }

    private long anchored() {
        return jdbc.sql("select coalesce(max(number), 0) from audit.anchor")
                .query(Long.class)
                .single();
    }

    private void note(UUID trail, Head head) {
        try {
            if (head.number > 0
                    && checkpoints
                            .head(trail)
                            .filter(noted -> noted.number() >= head.number)
                            .isEmpty()) {
                checkpoints.note(new Checkpoint(
                        trail, head.number, head.hash, sign(Checkpoint.statement(trail, head.number, head.hash))));
                tell(head);
            }
        } catch (IOException e) {
            LOG.warn(
                    "It cannot be noted in {} how far the audit trail goes ({}): check guichet.audit.checkpoints",
                    checkpoints.folder(),
                    e.toString());
        }
    }

    /** The log goes elsewhere, too: one more place that whoever changes the database must reach. */
    private void tell(Head head) {
        var before = told;
        if (before == null || System.nanoTime() - before > TELL_EVERY.toNanos()) {
            told = System.nanoTime();
            LOG.info("The audit trail is sealed up to batch {} ({})", head.number, head.hash.toHex());
        }
    }
}
