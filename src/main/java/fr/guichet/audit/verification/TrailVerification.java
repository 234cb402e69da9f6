package fr.guichet.audit.verification;

import com.google.crypto.tink.Mac;
import com.google.crypto.tink.PublicKeyVerify;
import fr.guichet.audit.sealing.Anchor;
import fr.guichet.audit.sealing.Batch;
import fr.guichet.audit.sealing.Checkpoint;
import fr.guichet.audit.sealing.Checkpoints.Found;
import fr.guichet.audit.sealing.Manifest;
import fr.guichet.audit.trail.Bytes;
import fr.guichet.audit.trail.EntryRows;
import fr.guichet.audit.trail.StoredEntry;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the whole trail from its beginning or its anchor to its end and compares what is there with what was signed. Needs no
 * more memory for a long trail than for a short one.
 */
public final class TrailVerification {

    private static final int AT_ONCE = 500;

    private final PublicKeyVerify verifier;
    private final @Nullable Mac marks;
    private final List<Found> notes;
    private final Consumer<Finding> findings;

    private long batches;
    private long entries;
    private long unsealed;
    private long found;
    private long lastNumber;
    private long lastSeq;
    /** Null after a batch that is missing: nobody knows what the next one should name. */
    private @Nullable Bytes lastHash;

    private final Map<Long, List<Checkpoint>> expected = new HashMap<>();

    /**
     * Prepares one verification.
     *
     * @param verifier with the public keys
     * @param marks the secret by which unsealed entries are marked; null for whoever does not have it, who learns nothing of those
     * @param notes the checkpoints, read before the database is
     * @param findings told of each, in the order of the trail
     */
    public TrailVerification(
            PublicKeyVerify verifier, @Nullable Mac marks, List<Found> notes, Consumer<Finding> findings) {
        this.verifier = verifier;
        this.marks = marks;
        this.notes = List.copyOf(notes);
        this.findings = findings;
    }

    /**
     * Goes through the trail as the connection sees it: within one transaction that sees one state.
     *
     * @param connection without automatic commits, so that rows come a few at a time
     */
    public Proof run(Connection connection) throws SQLException {
        var trail = trail(connection);
        var removed = start(connection, trail);
        var checkpoint = expect(trail, removed);
        batches(connection, trail);
        tail(connection);
        complete(connection);
        return new Proof(batches, entries, unsealed, marks != null, removed, checkpoint, found);
    }

    private UUID trail(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from audit.trail order by id")) {
            if (!rows.next()) {
                tell(Finding.ofTrail("The name of the trail has been removed."));
                return new UUID(0, 0);
            }
            var id = Objects.requireNonNull(rows.getObject(1, UUID.class));
            if (rows.next()) {
                tell(Finding.ofTrail("A second name has been given to the trail."));
            }
            return id;
        }
    }

    /** Where the chain begins: at nothing, or after what was removed. */
    private long start(Connection connection, UUID trail) throws SQLException {
        lastHash = Batch.beginning(trail);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select " + Anchor.COLUMNS + " from audit.anchor order by number desc")) {
            if (!rows.next()) {
                return 0;
            }
            var anchor = Anchor.read(rows);
            if (rows.next()) {
                tell(Finding.ofTrail("There is more than one anchor."));
            }
            if (!anchor.isSigned(trail, verifier)) {
                tell(Finding.ofBatch(
                        anchor.number(),
                        "The anchor, which says what was removed by age, was changed or not signed by Guichet."));
                return 0;
            }
            lastNumber = anchor.number();
            lastSeq = anchor.lastSeq();
            lastHash = anchor.hash();
            return anchor.number();
        }
    }

    /** Takes what was noted outside the database; the highest of this trail, or null. */
    private @Nullable Long expect(UUID trail, long removed) {
        Long highest = null;
        var ofOthers = new ArrayList<Found>();
        for (var note : notes) {
            var checkpoint = note.checkpoint();
            if (checkpoint == null) {
                tell(Finding.ofTrail("The checkpoint " + note.file() + " cannot be read."));
            } else if (!checkpoint.isSigned(verifier)) {
                if (checkpoint.trail().equals(trail)) {
                    tell(Finding.ofTrail("The checkpoint " + note.file() + " was changed or not signed by Guichet."));
                }
            } else if (!checkpoint.trail().equals(trail)) {
                ofOthers.add(note);
            } else {
                highest = highest == null ? checkpoint.number() : Math.max(highest, checkpoint.number());
                if (checkpoint.number() > removed) {
                    expected.computeIfAbsent(checkpoint.number(), number -> new ArrayList<>())
                            .add(checkpoint);
                }
            }
        }
        if (highest == null && !ofOthers.isEmpty()) {
            tell(Finding.ofTrail(
                    "There is no checkpoint of this trail, but one of another that was signed with the same keys (%s): the trail was replaced, or this is not the database it belongs to."
                            .formatted(ofOthers.getFirst().file())));
        }
        return highest;
    }

    private void batches(Connection connection, UUID trail) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE / 10);
            try (var rows = statement.executeQuery("select " + Batch.COLUMNS + " from audit.batch order by number")) {
                while (rows.next()) {
                    batch(connection, trail, Batch.read(rows));
                }
            }
        }
        expected.keySet().stream()
                .sorted()
                .forEach(
                        number -> tell(
                                Finding.ofBatch(
                                        number,
                                        "It was sealed and noted outside the database, and is not there any more: the end of the trail was cut off, or an older copy was put back.")));
    }

    private void batch(Connection connection, UUID trail, Batch batch) throws SQLException {
        batches++;
        if (batch.number() <= lastNumber) {
            tell(Finding.ofBatch(
                    batch.number(), "There is a second batch of this number, or one that was removed is back."));
            return;
        }
        if (batch.number() > lastNumber + 1) {
            missing(connection, batch);
        }
        if (!batch.isSigned(trail, verifier)) {
            tell(Finding.ofBatch(
                    batch.number(), "The seal does not hold: the batch was changed, or not signed by Guichet."));
        }
        if (lastHash != null && !lastHash.equals(batch.previous())) {
            tell(Finding.ofBatch(
                    batch.number(), "It does not follow the batch before it: one of the two was changed or replaced."));
        }
        if (lastHash != null && batch.firstSeq() != lastSeq + 1) {
            tell(Finding.ofBatch(batch.number(), "It does not begin where the batch before it ends."));
        }
        var hash = batch.hash(trail);
        var noted = expected.remove(batch.number());
        if (noted != null
                && noted.stream().anyMatch(checkpoint -> !checkpoint.hash().equals(hash))) {
            tell(Finding.ofBatch(
                    batch.number(), "It is not the batch that was noted outside the database under this number."));
        }
        compare(connection, batch);
        lastNumber = batch.number();
        lastSeq = Math.max(lastSeq, batch.lastSeq());
        lastHash = hash;
    }

    private void missing(Connection connection, Batch next) throws SQLException {
        var first = lastNumber + 1;
        var last = next.number() - 1;
        var left = count(
                connection, "select count(*) from audit.entry where seq > ? and seq < ?", lastSeq, next.firstSeq());
        entries += left;
        tell(Finding.ofBatch(
                first,
                (first == last
                                ? "It has been removed"
                                : "It and those up to batch %d have been removed".formatted(last))
                        + "; of its entries %d are left, which nothing proves.".formatted(left)));
        lastHash = null;
        lastSeq = Math.max(lastSeq, next.firstSeq() - 1);
    }

    /** Goes through manifest and rows side by side, both in the order of their numbers. */
    private void compare(Connection connection, Batch batch) throws SQLException {
        var lines = Manifest.of(batch.manifest()).lines();
        var next = 0;
        try (var statement = connection.prepareStatement(
                "select " + EntryRows.COLUMNS + " from audit.entry where seq > ? and seq <= ? order by seq")) {
            statement.setFetchSize(AT_ONCE);
            statement.setLong(1, Math.max(lastSeq, batch.firstSeq() - 1));
            statement.setLong(2, batch.lastSeq());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries++;
                    var entry = EntryRows.read(rows);
                    while (next < lines.size() && lines.get(next).seq() < entry.seq()) {
                        gone(batch, lines.get(next++));
                    }
                    if (next == lines.size() || lines.get(next).seq() > entry.seq()) {
                        tell(of(batch.number(), entry, "It was put in after the batch was sealed."));
                    } else {
                        compare(batch, lines.get(next++), entry);
                    }
                }
            }
        }
        while (next < lines.size()) {
            gone(batch, lines.get(next++));
        }
    }

    private void compare(Batch batch, Manifest.Line line, StoredEntry entry) {
        if (!line.digest().equals(entry.digest())) {
            tell(of(batch.number(), entry, "It was changed after it was sealed."));
        } else if (!line.vouchedFor()) {
            tell(of(batch.number(), entry, "It was changed before it was sealed, or not written by Guichet."));
        }
    }

    private void gone(Batch batch, Manifest.Line line) {
        tell(new Finding(batch.number(), line.seq(), null, "It has been removed."));
    }

    /** What is not sealed yet, which is what was written within the last seconds. */
    private void tail(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select " + EntryRows.COLUMNS + " from audit.entry where seq > ? order by seq")) {
            statement.setFetchSize(AT_ONCE);
            statement.setLong(1, lastSeq);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    unsealed++;
                    var entry = EntryRows.read(rows);
                    if (marks != null && !isVouchedFor(marks, entry)) {
                        tell(of(null, entry, "It is not sealed yet and was changed, or not written by Guichet."));
                    }
                }
            }
        }
    }

    private static boolean isVouchedFor(Mac marks, StoredEntry entry) {
        var mark = entry.mark();
        if (mark == null) {
            return false;
        }
        try {
            marks.verifyMac(mark.toArray(), entry.content());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Rows that no range of numbers finds: before the beginning, or without a number. */
    private void complete(Connection connection) throws SQLException {
        var all = count(connection, "select count(*) from audit.entry");
        if (all != entries + unsealed) {
            tell(Finding.ofTrail("%d entries stand outside every batch: they were put in, or given another number."
                    .formatted(all - entries - unsealed)));
        }
    }

    private static long count(Connection connection, String query, long... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Finding of(@Nullable Long batch, StoredEntry entry, String what) {
        return new Finding(batch, entry.seq(), entry.id(), what);
    }

    private void tell(Finding finding) {
        found++;
        findings.accept(finding);
    }
}
