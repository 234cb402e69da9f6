package fr.guichet.branches;

import java.util.Locale;

/**
 * The same words in the languages of the product.
 *
 * @param fr in French, the first language
 * @param en in English
 */
public record Wording(String fr, String en) {

    /** The words for a reader of this language; French for any language that is not English. */
    public String in(Locale reader) {
        return reader.getLanguage().equals("en") ? en : fr;
    }
}
