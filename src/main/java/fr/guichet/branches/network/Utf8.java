package fr.guichet.branches.network;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the bytes of a file as UTF-8 and as nothing else: a wrong guess would write wrong names into the network. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a program writes in the place of a letter that it could not read. */
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** Why the bytes are no text. */
    static final class NotUtf8 extends Exception {

        private final transient Reject why;

        NotUtf8(Reject why) {
            super("not UTF-8", null, false, false);
            this.why = why;
        }

        Reject why() {
            return why;
        }
    }

    static String read(byte[] bytes) throws NotUtf8 {
        if (bytes.length >= 2 && (isMark(bytes, 0xFE, 0xFF) || isMark(bytes, 0xFF, 0xFE))) {
            throw new NotUtf8(Reject.ofFile(1, "UTF-16", "not-utf8"));
        }
        var buffer = ByteBuffer.wrap(bytes);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            var lost = text.indexOf(REPLACEMENT);
            if (lost >= 0) {
                throw new NotUtf8(around(text, lost));
            }
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NotUtf8(around(bytes, buffer.position()));
        }
    }

    /** The line where reading stopped, as a Western European program would have meant it. */
    private static Reject around(byte[] bytes, int wrong) {
        return around(new String(bytes, StandardCharsets.ISO_8859_1), wrong);
    }

    private static Reject around(String text, int wrong) {
        var line = 1
                + (int) text.substring(0, wrong).chars().filter(c -> c == '\n').count();
        var start = Math.max(text.lastIndexOf('\n', wrong) + 1, wrong - 30);
        var read = text.substring(start, Math.min(wrong + 20, text.length()));
        return Reject.ofFile(line, read.lines().findFirst().orElse("").strip(), "not-utf8");
    }

    private static boolean isMark(byte[] bytes, int first, int second) {
        return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
