package fr.guichet.platform.web.edge;

/** Text that PostgreSQL can keep: without NUL, and with every surrogate in its pair. */
final class StorableText {

    private StorableText() {}

    static boolean holds(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == 0) {
                return false;
            }
            if (Character.isSurrogate(character)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
