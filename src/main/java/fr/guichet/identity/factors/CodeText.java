package fr.guichet.identity.factors;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** How codes look: made so that they can be read aloud, and read however they were typed. */
final class CodeText {

    /** Without 0, 1, I, L, O and U, which are mistaken for one another or make words. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int DIGITS = 6;
    private static final int RECOVERY_LENGTH = 12;
    private static final int GROUP = 4;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}.\\-\\u2010-\\u2015]+");
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private static final RandomGenerator RANDOM = new SecureRandom();

    private CodeText() {}

    /** Six digits, each code as likely as any other. */
    static String digits() {
        return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
    }

    /** Twelve characters in groups of four: 58 bits. */
    static String recovery() {
        var text = new StringBuilder();
        for (var i = 0; i < RECOVERY_LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Without the spaces, dots and hyphens that people put into it, in capitals. */
    static String plain(CharSequence typed) {
        return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    static boolean isDigits(String plain) {
        return plain.length() == DIGITS && SIX_DIGITS.matcher(plain).matches();
    }

    static boolean isRecovery(String plain) {
        return plain.length() == RECOVERY_LENGTH && plain.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
    }
}
