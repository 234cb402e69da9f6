package fr.guichet.audit.trail;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Some bytes, such as a digest or a signature, that nobody changes. */
public final class Bytes {

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    public static Bytes of(byte[] value) {
        return new Bytes(value.clone());
    }

    /** What a database column holds. */
    public static @Nullable Bytes ofNullable(byte @Nullable [] value) {
        return value == null ? null : new Bytes(value);
    }

    public byte[] toArray() {
        return value.clone();
    }

    public String toHex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Its first characters, to tell it from others. */
    @Override
    public String toString() {
        var hex = toHex();
        return hex.length() <= 12 ? hex : hex.substring(0, 12) + "…";
    }
}
