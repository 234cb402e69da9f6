package fr.guichet.audit.sealing;

import com.google.crypto.tink.PublicKeyVerify;
import fr.guichet.audit.trail.Bytes;
import fr.guichet.audit.trail.Canonical;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the trail begins once its oldest batches were removed because their time was over.
 *
 * @param number of the last batch that was removed
 * @param lastSeq of its last entry; none with a number up to that is left
 * @param hash of that batch, which the next one names
 */
public record Anchor(
        long number,
        long lastSeq,
        @Nullable Bytes hash,
        @Nullable Instant anchoredAt,
        @Nullable Bytes signature) {

    public static final String COLUMNS = "number, last_seq, hash, anchored_at, signature";

    private static final int VERSION = 1;

    public static Anchor read(ResultSet row) throws SQLException {
        var anchored = row.getObject("anchored_at", OffsetDateTime.class);
        return new Anchor(
                row.getLong("number"),
                row.getLong("last_seq"),
                Bytes.ofNullable(row.getBytes("hash")),
                anchored == null ? null : anchored.toInstant(),
                Bytes.ofNullable(row.getBytes("signature")));
    }

    byte[] statement(UUID trail) {
        return new Canonical("guichet audit anchor", VERSION)
                .id(trail)
                .number(number)
                .number(lastSeq)
                .bytes(hash)
                .time(anchoredAt)
                .toBytes();
    }

    public boolean isSigned(UUID trail, PublicKeyVerify verifier) {
        return Batch.isSigned(signature, statement(trail), verifier);
    }

    Anchor signed(Bytes given) {
        return new Anchor(number, lastSeq, hash, anchoredAt, given);
    }
}
