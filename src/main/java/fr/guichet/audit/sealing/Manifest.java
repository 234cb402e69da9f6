package fr.guichet.audit.sealing;

import fr.guichet.audit.trail.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a batch holds, in the order of their numbers. With it a batch that does not fit its entries tells which of them were
 * changed, taken out or put in.
 */
public record Manifest(List<Line> lines) {

    private static final int DIGEST = 32;
    private static final int LINE = Long.BYTES + 1 + DIGEST;

    public Manifest {
        lines = List.copyOf(lines);
    }

    /**
     * One entry.
     *
     * @param vouchedFor whether its mark was right when it was sealed: written by Guichet, and not changed since
     */
    public record Line(long seq, boolean vouchedFor, Bytes digest) {}

    Bytes toBytes() {
        var bytes = ByteBuffer.allocate(lines.size() * LINE);
        for (var line : lines) {
            bytes.putLong(line.seq).put((byte) (line.vouchedFor ? 1 : 0)).put(line.digest.toArray());
        }
        return Bytes.of(bytes.array());
    }

    /** What the bytes say, as far as they can be read: bytes that somebody changed are read like any others. */
    public static Manifest of(@Nullable Bytes stored) {
        var bytes = ByteBuffer.wrap(stored == null ? new byte[0] : stored.toArray());
        var lines = new ArrayList<Line>();
        while (bytes.remaining() >= LINE) {
            var seq = bytes.getLong();
            var vouchedFor = bytes.get() == 1;
            var digest = new byte[DIGEST];
            bytes.get(digest);
            lines.add(new Line(seq, vouchedFor, Bytes.of(digest)));
        }
        return new Manifest(lines);
    }
}
