package fr.guichet.branches.hours;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words people use for days, months, "closed" and "to", in French and in full English, and what the syntax has for them. */
final class WrittenWords {

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])[\\p{L}][\\p{L}'’]*(?:-midi\\b)?\\.?");
    /** Several words that mean one thing. */
    private static final Map<Pattern, String> PHRASES = phrases();

    private static final Pattern MARCH_OR_TUESDAY = Pattern.compile("(?i)\\bmar\\b\\.?(?!\\s*\\d{1,2}(?![\\d:]))");

    private static final Set<String> SYNTAX = Set.of(
            "mo", "tu", "we", "th", "fr", "sa", "su", "ph", "sh", "jan", "feb", "mar", "apr", "may", "jun", "jul",
            "aug", "sep", "oct", "nov", "dec", "off", "closed", "open", "unknown", "week", "day", "days", "easter",
            "sunrise", "sunset", "dawn", "dusk");

    private record Meaning(String fault, String right) {}

    private static final Map<String, Meaning> MEANINGS = meanings();

    private final Map<String, Set<String>> met;
    private boolean metUnknown;

    /**
     * Begins a text.
     *
     * @param met where each habit that is met is noted, by the name of its fault
     */
    WrittenWords(Map<String, Set<String>> met) {
        this.met = met;
    }

    boolean metUnknown() {
        return metUnknown;
    }

    String translate(String text) {
        var french = WORD.matcher(text).results().anyMatch(word -> isFrench(fold(word.group())));
        var joined = text;
        for (var phrase : PHRASES.entrySet()) {
            joined = phrase.getKey().matcher(joined).replaceAll(match -> {
                note("word", match.group());
                return phrase.getValue();
            });
        }
        if (french) {
            // "Mar" is March to the syntax and mardi to people who write French around it.
            joined = MARCH_OR_TUESDAY.matcher(joined).replaceAll(match -> {
                note("day-name", match.group());
                return "Tu";
            });
        }
        return WORD.matcher(joined).replaceAll(match -> Matcher.quoteReplacement(right(match.group())));
    }

    private String right(String word) {
        var folded = fold(word);
        if (SYNTAX.contains(folded)) {
            return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        }
        var meaning = MEANINGS.get(folded);
        if (meaning == null && folded.endsWith("s")) {
            meaning = MEANINGS.get(folded.substring(0, folded.length() - 1));
        }
        if (meaning == null) {
            metUnknown = true;
            note("unknown-word", word);
            return word;
        }
        note(meaning.fault, word);
        return meaning.right;
    }

    private static boolean isFrench(String word) {
        return !SYNTAX.contains(word) && MEANINGS.containsKey(word) && !word.equals("to");
    }

    private void note(String fault, String word) {
        met.computeIfAbsent(fault, key -> new LinkedHashSet<>()).add(word);
    }

    private static String fold(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}|\\.", "");
        return plain.replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    private static Map<Pattern, String> phrases() {
        var phrases = new LinkedHashMap<Pattern, String>();
        phrases.put(phrase("jours?\\s+f[eé]ri[eé]s?|public\\s+holidays?"), "PH");
        phrases.put(phrase("tous\\s+les\\s+jours|7\\s+jours?\\s+sur\\s+7|every\\s*day|daily"), "Mo-Su");
        phrases.put(phrase("sans\\s+interruption|en\\s+continu|journ[eé]e\\s+continue|non[- ]stop"), "");
        return phrases;
    }

    private static Pattern phrase(String words) {
        return Pattern.compile("(?iu)\\b(?:" + words + ")\\b");
    }

    private static Map<String, Meaning> meanings() {
        var meanings = new HashMap<String, Meaning>();
        put(meanings, "day-name", "Mo", "lundi", "lun", "lu", "monday", "mon");
        put(meanings, "day-name", "Tu", "mardi", "ma", "tuesday", "tue", "tues");
        put(meanings, "day-name", "We", "mercredi", "mer", "me", "wednesday", "wed");
        put(meanings, "day-name", "Th", "jeudi", "jeu", "je", "thursday", "thu", "thurs");
        put(meanings, "day-name", "Fr", "vendredi", "ven", "ve", "vend", "friday", "fri");
        put(meanings, "day-name", "Sa", "samedi", "sam", "saturday", "sat");
        put(meanings, "day-name", "Su", "dimanche", "dim", "di", "sunday", "sun");
        var months = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
        var french = List.of(
                "janvier janv january",
                "fevrier fevr fev february",
                "mars march",
                "avril avr april",
                "mai",
                "juin june",
                "juillet juil july",
                "aout august",
                "septembre sept september",
                "octobre october",
                "novembre november",
                "decembre december");
        for (int i = 0; i < months.size(); i++) {
            put(meanings, "month-name", months.get(i), french.get(i).split(" "));
        }
        put(meanings, "word", "off", "ferme", "fermee", "fermeture", "repos");
        put(
                meanings,
                "word",
                "",
                "du",
                "de",
                "des",
                "le",
                "la",
                "les",
                "ouvert",
                "ouverte",
                "ouverture",
                "et",
                "from",
                "heures");
        put(meanings, "word", "-", "a", "au", "aux", "to", "until", "till", "jusqu'a", "jusqu'au");
        put(meanings, "word", ",", "et", "and", "puis");
        put(meanings, "word", "12:00", "midi", "noon");
        put(meanings, "word", "24:00", "minuit", "midnight");
        put(meanings, "word", "PH", "ferie", "feries", "jf");
        return Map.copyOf(meanings);
    }

    private static void put(Map<String, Meaning> meanings, String fault, String right, String... words) {
        for (var word : words) {
            meanings.put(word, new Meaning(fault, right));
        }
    }
}
