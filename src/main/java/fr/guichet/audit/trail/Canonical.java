package fr.guichet.audit.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts values into bytes so that different values never give the same bytes: it begins with what the bytes are and in which version,
 * each value has its length before it, and nothing is not the same as empty.
 */
public final class Canonical {

    private static final int ABSENT = 0;
    private static final int PRESENT = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    /**
     * Begins a form.
     *
     * @param kind what the bytes describe; bytes of one kind are never taken for another's
     * @param version of the form; a change to what follows needs a new one
     */
    public Canonical(String kind, int version) {
        text(kind);
        bytes.write(version);
    }

    public Canonical text(@Nullable String value) {
        return array(value == null ? null : value.getBytes(UTF_8));
    }

    public Canonical id(@Nullable UUID value) {
        return array(
                value == null
                        ? null
                        : ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(value.getMostSignificantBits())
                                .putLong(value.getLeastSignificantBits())
                                .array());
    }

    public Canonical time(@Nullable Instant value) {
        return array(
                value == null
                        ? null
                        : ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                                .putLong(value.getEpochSecond())
                                .putInt(value.getNano())
                                .array());
    }

    public Canonical number(long value) {
        return array(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private Canonical array(byte @Nullable [] value) {
        if (value == null) {
            bytes.write(ABSENT);
            return this;
        }
        bytes.write(PRESENT);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        bytes.writeBytes(value);
        return this;
    }

    public Canonical bytes(@Nullable Bytes value) {
        return array(value == null ? null : value.toArray());
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** The SHA-256 of the bytes. */
    public Bytes digest() {
        return sha256(toBytes());
    }

    private static Bytes sha256(byte[] bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
