package fr.guichet.platform.web.edge;

/**
 * Text that PostgreSQL can keep and a screen can show: no control characters but tabs and line ends, every surrogate in its pair. What
 * moves the cursor of a terminal has no place in what one person writes for another to read.
 */
final class StorableText {

    private StorableText() {}

    static boolean holds(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r') {
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
