package fr.guichet.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes what may say who somebody is out of texts that go to a log or a table for operators: messages of exceptions quote values
 * (a duplicate e-mail address, a row that a constraint refused) that do not belong there.
 */
public final class WithoutPersonalData {

    private static final int LONGEST = 1_000;

    private static final Pattern QUOTED_ROWS = Pattern.compile("(?s)(Failing row contains|Key) \\(.*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s<>()\\[\\]\"',;:=]+@[^\\s<>()\\[\\]\"',;:=]+");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"|'[^'\\n]*'|«[^»\\n]*»");
    private static final Pattern NAMED = Pattern.compile("[\"']?[A-Za-z0-9_.$-]+[\"']?");
    /** Telephone, account and card numbers; identifiers (UUID) and times do not look like this. */
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w-])\\+?\\d(?:[ .]?\\d){6,}(?![\\w-])");

    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b");

    private WithoutPersonalData() {}

    /** The text with addresses, numbers, quoted values and rows replaced, cut at 1,000 characters. */
    public static String text(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        var clean = QUOTED_ROWS.matcher(cut).replaceAll("$1 (…)");
        clean = EMAIL.matcher(clean).replaceAll("…@…");
        clean = QUOTED.matcher(clean)
                .replaceAll(
                        quoted -> Matcher.quoteReplacement(looksLikeAName(quoted.group()) ? quoted.group() : "\"…\""));
        clean = IBAN.matcher(clean).replaceAll("…");
        return NUMBERS.matcher(clean).replaceAll("…").replace("\0", "");
    }

    /** A copy of the exception, with its stack and causes, that tells only what {@link #text} lets through. */
    public static Throwable copy(Throwable failure) {
        return copy(failure, 0);
    }

    private static Throwable copy(Throwable failure, int depth) {
        var cause = failure.getCause();
        var copy = new Scrubbed(failure, cause == null || depth > 10 ? null : copy(cause, depth + 1));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    /** Names of tables, constraints and classes are quoted too, and needed to understand anything. */
    private static boolean looksLikeAName(String quoted) {
        return quoted.indexOf('_') >= 0 && NAMED.matcher(quoted).matches();
    }

    private static final class Scrubbed extends Exception {

        private final String name;

        Scrubbed(Throwable failure, @Nullable Throwable cause) {
            super(failure.getMessage() == null ? null : text(failure.getMessage()), cause);
            this.name = failure.getClass().getName();
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // the point is to be taken for the original
        public String toString() {
            return getMessage() == null ? name : name + ": " + getMessage();
        }
    }
}
