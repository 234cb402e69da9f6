package fr.guichet.branches.search;

import fr.guichet.branches.domain.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What someone typed to find a branch: the beginning of a town, of a postcode, or both. In the letters that the search compares, so
 * without any that mean something to the database.
 *
 * @param postcode digits; null if none were typed
 * @param town null if none was typed
 */
record Place(@Nullable String postcode, @Nullable String town) {

    private static final List<String> ARTICLES = List.of("", "le ", "la ", "les ", "l ");

    /** With nothing behind it, it is one of these or the beginning of Strasbourg. */
    private static final Set<String> SAINTS = Set.of("st", "ste");

    private static final Pattern DIGITS = Pattern.compile("[\\d ]+");
    private static final Pattern POSTCODE_FIRST = Pattern.compile("(\\d{2,5})(?: (.+))?");
    private static final Pattern POSTCODE_LAST = Pattern.compile("(.+) (\\d{5})");

    /** Reads {@code 35}, {@code Saint-Mal}, {@code 35400 Saint-Malo}; of signs alone it makes a place where nothing is. */
    static Place of(String typed) {
        var text = SearchText.of(typed);
        if (!text.isEmpty() && DIGITS.matcher(text).matches()) {
            return new Place(text.replace(" ", ""), null);
        }
        var first = POSTCODE_FIRST.matcher(text);
        if (first.matches()) {
            return new Place(first.group(1), first.group(2));
        }
        var last = POSTCODE_LAST.matcher(text);
        return last.matches() ? new Place(last.group(2), last.group(1)) : new Place(null, text);
    }

    /** How the names of the towns that are meant may begin: people leave out the article of Le Havre, and write St for Saint. */
    List<String> towns() {
        if (town == null) {
            return List.of();
        }
        var towns = new ArrayList<String>();
        for (var article : ARTICLES) {
            towns.add(article + town);
        }
        if (SAINTS.contains(town)) {
            towns.add(town.replace("st", "saint"));
        }
        return towns;
    }

    boolean isNowhere() {
        return postcode == null && (town == null || town.isEmpty());
    }
}
