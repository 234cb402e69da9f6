package fr.guichet.appointments.domain;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * The blocked ranges of a branch, in no order, as the database packs them: for each the adviser's 16 bytes, then its first minute and
 * the minute after its last, four bytes each. Fifteen thousand of them are one value of one row.
 */
public final class BusyTimes {

    public static final int BYTES_EACH = 24;

    private final byte[] packed;

    /**
     * Reads what the database packed.
     *
     * @param packed becomes this object's own
     */
    public BusyTimes(byte[] packed) {
        if (packed.length % BYTES_EACH != 0) {
            throw new IllegalArgumentException("Not a whole number of ranges: " + packed.length + " bytes");
        }
        this.packed = packed;
    }

    public static BusyTimes none() {
        return new BusyTimes(new byte[0]);
    }

    public int size() {
        return packed.length / BYTES_EACH;
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

    /** Puts ranges together one by one, for tests and small sets. */
    public static final class Builder {

        private ByteBuffer buffer = ByteBuffer.allocate(BYTES_EACH * 16);

        public Builder add(UUID adviser, Instant from, Instant to) {
            if (!buffer.hasRemaining()) {
                buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
            }
            buffer.putLong(adviser.getMostSignificantBits())
                    .putLong(adviser.getLeastSignificantBits())
                    .putInt(Minutes.floor(from))
                    .putInt(Minutes.ceil(to));
            return this;
        }

        public BusyTimes build() {
            var packed = new byte[buffer.position()];
            buffer.get(0, packed);
            return new BusyTimes(packed);
        }
    }

    interface Visitor {
        void visit(int receiver, int from, int to);
    }
}
