package fr.guichet.branches.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and towns as a search compares them: lower case, without accents, words separated by one space. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private SearchText() {}

    /** {@code L'Haÿ-les-Roses} becomes {@code l hay les roses}. */
    public static String of(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        var plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
