package fr.guichet.customers;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A first or a last name as its owner writes it, in any script: letters with their accents, digits (they are rare, but some have
 * them), blanks, hyphens, apostrophes, full stops. What would deceive or break a screen is no part of a name: control characters,
 * marks that turn the direction of writing, symbols, piles of accents.
 *
 * @param value 1 to 100 characters with at least one letter, composed (NFC), single blanks inside
 */
public record PersonalName(String value) {

    private static final int LONGEST = 100;

    /** Typed text much longer than a name is not even looked at. */
    private static final int LONGEST_TYPED = 1_000;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}\\p{Nl} '’ʼ`´.,·‐‑–\\-]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern PILE = Pattern.compile("\\p{M}{5,}");

    /**
     * Takes a name that {@link #parse} gave, perhaps by earlier rules.
     *
     * @throws IllegalArgumentException when it is empty, too long or holds control characters
     */
    public PersonalName {
        if (value.isBlank() || isTooLong(value) || value.codePoints().anyMatch(Character::isISOControl)) {
            // The text stays out of the message: it would end in a log.
            throw new IllegalArgumentException("Not a name");
        }
    }

    /** Reads what a person typed; empty when it cannot be a name. */
    public static Optional<PersonalName> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        var tidy = BLANKS.matcher(composed).replaceAll(" ").strip();
        return isName(tidy) ? Optional.of(new PersonalName(tidy)) : Optional.empty();
    }

    private static boolean isName(String value) {
        return !isTooLong(value)
                && ALLOWED.matcher(value).matches()
                && LETTER.matcher(value).find()
                && !PILE.matcher(Normalizer.normalize(value, Normalizer.Form.NFD))
                        .find();
    }

    private static boolean isTooLong(String value) {
        return value.codePointCount(0, value.length()) > LONGEST;
    }

    /** Says nothing, so that a name never reaches a log by accident. */
    @Override
    public String toString() {
        return "PersonalName[…]";
    }
}
