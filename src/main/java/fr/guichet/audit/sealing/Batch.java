package fr.guichet.audit.sealing;

import com.google.crypto.tink.PublicKeyVerify;
import fr.guichet.audit.trail.Bytes;
import fr.guichet.audit.trail.Canonical;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One seal. What may be null here is null only where somebody has taken the table's constraints away.
 *
 * @param number from 1, without gaps
 * @param firstSeq follows the last of the batch before
 * @param lastSeq one less than the first when it holds no entry, as the very first batch does
 * @param previous hash of the batch before; of the trail's name in the first
 */
public record Batch(
        long number,
        long firstSeq,
        long lastSeq,
        @Nullable Bytes manifest,
        @Nullable Bytes previous,
        @Nullable Instant sealedAt,
        @Nullable Bytes signature) {

    public static final String COLUMNS = "number, first_seq, last_seq, manifest, previous, sealed_at, signature";

    private static final int VERSION = 1;

    public static Batch read(ResultSet row) throws SQLException {
        var sealed = row.getObject("sealed_at", OffsetDateTime.class);
        return new Batch(
                row.getLong("number"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                Bytes.ofNullable(row.getBytes("manifest")),
                Bytes.ofNullable(row.getBytes("previous")),
                sealed == null ? null : sealed.toInstant(),
                Bytes.ofNullable(row.getBytes("signature")));
    }

    /** What stands before the first batch. */
    public static Bytes beginning(UUID trail) {
        return new Canonical("guichet audit trail", VERSION).id(trail).digest();
    }

    /** What is signed. */
    byte[] statement(UUID trail) {
        return new Canonical("guichet audit batch", VERSION)
                .id(trail)
                .number(number)
                .number(firstSeq)
                .number(lastSeq)
                .bytes(manifest)
                .bytes(previous)
                .time(sealedAt)
                .toBytes();
    }

    /** What the next batch, the checkpoint and the anchor name it by. */
    public Bytes hash(UUID trail) {
        return new Canonical("guichet sealed batch", VERSION)
                .bytes(Bytes.of(statement(trail)))
                .bytes(signature)
                .digest();
    }

    public boolean isSigned(UUID trail, PublicKeyVerify verifier) {
        return isSigned(signature, statement(trail), verifier);
    }

    static boolean isSigned(@Nullable Bytes signature, byte[] statement, PublicKeyVerify verifier) {
        if (signature == null) {
            return false;
        }
        try {
            verifier.verify(signature.toArray(), statement);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    Batch signed(Bytes given) {
        return new Batch(number, firstSeq, lastSeq, manifest, previous, sealedAt, given);
    }
}
