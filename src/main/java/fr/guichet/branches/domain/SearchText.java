package fr.guichet.branches.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and towns as a search compares them: lower case, without accents, words separated by one space, saints in full. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    /** Not at the end: who has typed {@code st} may be on the way to Strasbourg. */
    private static final Pattern SAINT = Pattern.compile("\\bst(e?)(?= .)");

    private SearchText() {}

    /** {@code L'Haÿ-les-Roses} becomes {@code l hay les roses}, {@code St-Malo} becomes {@code saint malo}. */
    public static String of(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        var plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        var words = BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
        return SAINT.matcher(words).replaceAll("saint$1");
    }
}
