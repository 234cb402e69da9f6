package fr.guichet.customers;

import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes words that are the same with and without accents, capitals, hyphens: what customers are found by. */
final class SearchText {

    private static final int MOST_WORDS = 6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[+(]?[0-9][0-9 ()./\\-]{2,}");

    private SearchText() {}

    /** What the record is found by. */
    static Set<String> terms(
            PersonalName firstName, PersonalName lastName, @Nullable EmailAddress email, @Nullable PhoneNumber phone) {
        var terms = new LinkedHashSet<String>();
        for (var name : List.of(firstName, lastName)) {
            var words = words(name.value());
            for (var first = 0; first < words.size(); first++) {
                // “De La Tour” answers to “tour”, and to “latour”: as it is found by how it begins, all from each word
                // on is enough.
                terms.add(String.join("", words.subList(first, words.size())));
            }
        }
        if (email != null) {
            terms.add(email.key());
            terms.addAll(words(email.key().substring(0, email.key().lastIndexOf('@'))));
        }
        if (phone != null) {
            terms.add(phone.value().substring(1));
            terms.add(phone.nationalDigits());
        }
        terms.remove("");
        return terms;
    }

    /** How each word that a customer must be found by begins; at most six, empty for all customers. */
    static List<String> beginnings(String query) {
        var asked = query.strip();
        if (NUMBER.matcher(asked).matches()) {
            return List.of(asked.replace("(0)", "").replaceAll("[^0-9]", "").replaceFirst("^00", ""));
        }
        return BLANK.splitAsStream(asked)
                .flatMap(part -> part.indexOf('@') > 0
                        ? Stream.of(part.toLowerCase(Locale.ROOT).replaceAll("\\p{C}", ""))
                        : words(part).stream())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** Where the record stands in lists. */
    static String sortKey(PersonalName firstName, PersonalName lastName) {
        return String.join(" ", words(lastName.value())) + ", " + String.join(" ", words(firstName.value()));
    }

    static List<String> words(String text) {
        return WORD.matcher(plain(text)).results().map(MatchResult::group).toList();
    }

    private static String plain(String text) {
        return withoutMarks(withoutMarks(text).toLowerCase(Locale.ROOT))
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ı", "i");
    }

    private static String withoutMarks(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    }
}
