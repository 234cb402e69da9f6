package fr.guichet.appointments.calendar;

/** Breaks long lines as RFC 5545 asks, by bytes of UTF-8 and never within a character. */
final class LineFolding {

    /** Bytes to a line, without the line break. */
    private static final int LONGEST = 75;

    private LineFolding() {}

    /** Takes and gives lines that end with CR LF. */
    static String fold(String text) {
        var folded = new StringBuilder(text.length() + text.length() / 20);
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int length = bytes(character);
            if (character == '\r' || character == '\n') {
                bytes = 0;
            } else if (bytes + length > LONGEST) {
                folded.append("\r\n ");
                bytes = 1 + length;
            } else {
                bytes += length;
            }
            folded.appendCodePoint(character);
            i += Character.charCount(character);
        }
        return folded.toString();
    }

    private static int bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
