package fr.guichet.appointments.domain;

import java.nio.ByteBuffer;

/**
 * Blocked ranges as the database packs them, in no order: for each the adviser's 16 bytes, then its first minute and the minute after
 * its last, four bytes each. A thousand of them are one value of one row. Immutable.
 */
public final class PackedRanges {

    public static final PackedRanges NONE = new PackedRanges(new byte[0]);

    private static final int BYTES_EACH = 24;

    private final byte[] packed;

    /**
     * Reads what the database packed.
     *
     * @param packed becomes this object's own
     */
    public PackedRanges(byte[] packed) {
        if (packed.length % BYTES_EACH != 0) {
            throw new IllegalArgumentException("Not a whole number of ranges: " + packed.length + " bytes");
        }
        this.packed = packed;
    }

    public int bytes() {
        return packed.length;
    }

    /** Gives each range whose adviser the roster knows. */
    void forEach(Roster roster, Visitor visitor) {
        var buffer = ByteBuffer.wrap(packed);
        while (buffer.hasRemaining()) {
            int receiver = roster.indexOf(buffer.getLong(), buffer.getLong());
            int from = buffer.getInt();
            int to = buffer.getInt();
            if (receiver >= 0) {
                visitor.visit(receiver, from, to);
            }
        }
    }

    interface Visitor {
        void visit(int receiver, int from, int to);
    }
}
