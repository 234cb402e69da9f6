package fr.guichet.branches.hours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands how people write hours when nobody told them the syntax: French days, {@code 9h-12h30}, {@code /} for {@code ,}. It names
 * each habit once, with every place where it was met, and puts right what can be put right.
 */
final class HandwrittenHours {

    private static final Pattern ODD_CHARACTERS = Pattern.compile("[\\u2010-\\u2015\\u2212\\p{Cntrl}]");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final String DAY = "(?i:Mo|Tu|We|Th|Fr|Sa|Su|PH)";
    private static final String DAYS = DAY + "(?:\\s*[-,]\\s*" + DAY + ")*";
    private static final String TIME = "\\d{1,2}:\\d{2}";

    private static final String MONTH = "(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

    private static final Pattern WORD_OR_NUMBER = Pattern.compile("[\\p{L}\\d]");
    private static final Pattern ANY_TIME = Pattern.compile("(?<![\\d:])(\\d{1,3}):(\\d{1,3})(?![\\d:])");
    private static final Pattern RANGE =
            Pattern.compile("(?<![\\d:])(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})(?![\\d:])");

    /** In this order: each counts on the ones before it. */
    private static final List<Habit> HABITS = List.of(
            Habit.of("date-format", "(?<![\\d-])(20\\d{2})-([01]\\d)-([0-3]\\d)(?![\\d-])", HandwrittenHours::isoDate),
            Habit.of("line-break", "\\s*[\\r\\n]+\\s*", match -> "; "),
            Habit.of("dash", "\\s*[\\u2010-\\u2015\\u2212]\\s*", match -> "-"),
            Habit.of(
                    "always",
                    "(?i)\\b(?:24\\s*h(?:eures)?\\s*/\\s*24\\s*h?(?:\\s*,?\\s*(?:et\\s+)?7\\s*j(?:ours)?\\s*/\\s*7\\s*j?)?"
                            + "|7\\s*j(?:ours)?\\s*/\\s*7\\s*j?)(?![\\p{L}\\d])",
                    HandwrittenHours::always),
            Habit.of(
                    "comment-quotes",
                    "(?iu)\\(?((?:uniquement |seulement )?\\bsur\\s+(?:rdv|rendez[- ]?vous)\\b)\\)?",
                    match -> "\"" + match.group(1) + "\""),
            Habit.of(
                    "time-format",
                    "(?i)(?<![\\d:.])(\\d{1,2})(?::(\\d{2}))?\\s?([ap])\\.?m\\b\\.?",
                    HandwrittenHours::twelveHours),
            Habit.of(
                    "time-format",
                    "(?i)(?<![\\d:.])(\\d{1,2})\\s?(?:h|heures?)\\s?(\\d{2})(?![\\d:])(?!\\s?h)",
                    HandwrittenHours::colon),
            Habit.of("time-format", "(?i)(?<![\\d:.])(\\d{1,2})\\s?(?:heures?|h)(?![\\p{L}])", HandwrittenHours::colon),
            Habit.of("time-format", "(?<![\\d:.])(\\d{1,2})\\.(\\d{2})(?![\\d.:])", HandwrittenHours::colon),
            Habit.of(
                    "time-format",
                    "(?<![\\d:/-])(?!(?:19|20)\\d\\d)([012]?\\d)([0-5]\\d)(?=\\s*-\\s*[012]\\d[0-5]\\d(?!\\d))",
                    HandwrittenHours::colon),
            Habit.of(
                    "time-format",
                    "(?<=" + TIME + ")(\\s*-\\s*)([012]\\d)([0-5]\\d)(?![\\d:])",
                    match -> "-" + match.group(2) + ":" + match.group(3)),
            Habit.of(
                    "time-format",
                    "(?<=(?:^|[^\\d\\[:/]))(?<!(?i:week|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\s{0,2})"
                            + "(\\d{1,2})\\s*-\\s*(\\d{1,2})(?![\\d:/\\]])",
                    match -> pad(match.group(1)) + ":00-" + pad(match.group(2)) + ":00"));

    private static final List<Habit> HABITS_AFTER_WORDS = List.of(
            Habit.of(
                    "date-format",
                    "(?<![\\d:/-])(?!24/7\\b)([0-3]?\\d)/([01]?\\d)(?:/(20\\d{2}))?(?![\\d:/])",
                    HandwrittenHours::date),
            Habit.of(
                    "date-format",
                    "(?<![\\d:,-])([0-3]?\\d)(?:er)?\\s+(" + MONTH
                            + ")\\b(?!\\s+\\d{1,2}(?![\\d:]))(?:\\s+(20\\d{2}))?",
                    match -> date(match.group(3), match.group(2), match.group(1))),
            Habit.of(
                    "date-format",
                    "\\b(" + MONTH + ")\\s+(\\d{1,2}(?:\\s*,\\s*\\d{1,2})+)(?![\\d:])",
                    match -> Arrays.stream(match.group(2).split(","))
                            .map(day -> date(null, match.group(1), day.strip()))
                            .collect(Collectors.joining(","))),
            Habit.of(
                    "date-format",
                    "\\b(" + MONTH + ")\\s+(\\d)(?![\\d:])",
                    match -> date(null, match.group(1), match.group(2))),
            Habit.of("slash", "\\s*(?:/|(?<!\\|)\\|(?!\\|))\\s*(?=" + TIME + "|" + DAY + "\\b)", match -> ","),
            Habit.of("word", "\\s*&\\s*", match -> ","),
            Habit.afterOthers(
                    "word", "(?<=^|[;,])\\s*off\\s+(" + DAYS + ")(?=\\s*(?:[;,]|$))", match -> match.group(1) + " off"),
            Habit.of("separator", "(?<=\\b" + DAY + ")\\s*[,;]\\s*(?=" + TIME + "\\s*-)", match -> " "),
            Habit.of("midnight", "(?<=\\d\\s?-\\s?)0?0:00(?![\\d:])", match -> "24:00"),
            Habit.of("missing-comma", "(?<=" + TIME + "-" + TIME + ")\\s+(?=" + TIME + "-)", match -> ","),
            Habit.of("missing-semicolon", "(?<=" + TIME + "|\\boff)\\s+(?=" + DAY + "\\b)", match -> "; "),
            Habit.of(
                    "separator",
                    "\\s*[;,](?:\\s*[;,])+\\s*",
                    match -> match.group().contains(";") ? "; " : ","),
            Habit.of("separator", "^[\\s;,]+|[\\s;,:|/-]+$", match -> ""));

    private HandwrittenHours() {}

    /**
     * What became of the text.
     *
     * @param faults one for each habit that was met
     * @param isComplete whether everything that was met could be put right
     */
    record Repair(String text, List<Fault> faults, boolean isComplete) {}

    /** Characters that the syntax does not have although a lenient parser takes them. */
    static boolean hasOddCharacters(String text) {
        return ODD_CHARACTERS.matcher(QUOTED.matcher(text).replaceAll("")).find();
    }

    static Repair repair(String written) {
        var met = new LinkedHashMap<String, Set<String>>();
        var comments = new ArrayList<String>();
        var text = setAside(written.replaceAll("[“”«»]\\s?", "\""), comments);
        if (!written.contains("\"") && !comments.isEmpty()) {
            met.computeIfAbsent("comment-quotes", key -> new LinkedHashSet<>()).addAll(comments);
        }
        if (text.contains("\"")) {
            met.computeIfAbsent("comment-quotes", key -> new LinkedHashSet<>()).add(text.substring(text.indexOf('"')));
        }
        for (var habit : HABITS) {
            text = setAside(habit.putRight(text, met), comments);
        }
        var words = new WrittenWords(met);
        text = words.translate(text);
        for (var habit : HABITS_AFTER_WORDS) {
            text = habit.putRight(text, met);
        }
        text = tidy(text);
        var impossible = impossibleTimes(text, met);
        for (int i = 0; i < comments.size(); i++) {
            text = text.replace(placeholder(i), comments.get(i));
        }
        var faults = met.entrySet().stream()
                .map(habit -> Fault.of(habit.getKey(), String.join(" ", habit.getValue())))
                .toList();
        return new Repair(text, faults, !impossible && !words.metUnknown());
    }

    /** Quoted text is nobody's mistake: it is kept out of the way. */
    private static String setAside(String text, List<String> comments) {
        return QUOTED.matcher(text).replaceAll(match -> {
            comments.add(match.group());
            return placeholder(comments.size() - 1);
        });
    }

    private static String placeholder(int index) {
        return String.valueOf((char) ('\uE000' + index));
    }

    private static String always(MatchResult match) {
        // "7j/7" alone says the days and not the hours.
        return match.group().startsWith("24") ? "24/7" : "Mo-Su";
    }

    private static String twelveHours(MatchResult match) {
        var hour = Integer.parseInt(match.group(1));
        var afternoon = match.group(3).equalsIgnoreCase("p");
        var shifted = hour == 12 ? (afternoon ? 12 : 0) : afternoon && hour < 12 ? hour + 12 : hour;
        return pad(Integer.toString(shifted)) + ":" + (match.group(2) == null ? "00" : match.group(2));
    }

    private static String colon(MatchResult match) {
        return pad(match.group(1)) + ":" + (match.groupCount() > 1 ? match.group(2) : "00");
    }

    private static String isoDate(MatchResult match) {
        var month = Integer.parseInt(match.group(2));
        return month >= 1 && month <= 12 ? date(match.group(1), monthName(month), match.group(3)) : match.group();
    }

    private static String monthName(int month) {
        return MONTH.substring(4 * month, 4 * month + 3);
    }

    private static String date(MatchResult match) {
        var month = Integer.parseInt(match.group(2));
        return month >= 1 && month <= 12 ? date(match.group(3), monthName(month), match.group(1)) : match.group();
    }

    private static String date(@Nullable String year, String month, String day) {
        return (year == null ? "" : year + " ") + month + " " + pad(day);
    }

    private static String pad(String hour) {
        return hour.length() == 1 ? "0" + hour : hour;
    }

    private static String tidy(String text) {
        return text.replaceAll("[ \\u00A0\\u202F\\t]+", " ")
                .replaceAll("\\s*-\\s*", "-")
                .replaceAll("\\s*,\\s*", ",")
                .replaceAll("\\s*;\\s*", "; ")
                .replaceAll("(?<=[A-Za-z])\\s*:\\s*(?=[\\dA-Za-z])", " ")
                .strip();
    }

    private static boolean impossibleTimes(String text, Map<String, Set<String>> met) {
        var before = met.size();
        ANY_TIME.matcher(text).results().forEach(time -> {
            var hours = Integer.parseInt(time.group(1));
            var minutes = Integer.parseInt(time.group(2));
            if (hours > 48 || minutes > 59 || time.group(2).length() != 2) {
                met.computeIfAbsent("time", key -> new LinkedHashSet<>()).add(time.group());
            }
        });
        RANGE.matcher(text).results().forEach(range -> {
            var from = Integer.parseInt(range.group(1)) * 60 + Integer.parseInt(range.group(2));
            var to = Integer.parseInt(range.group(3)) * 60 + Integer.parseInt(range.group(4));
            if (from > 24 * 60) {
                met.computeIfAbsent("time", key -> new LinkedHashSet<>()).add(range.group());
            } else if (to < from) {
                met.computeIfAbsent("inverted", key -> new LinkedHashSet<>()).add(range.group());
            }
        });
        return met.size() > before;
    }

    /**
     * Something people do.
     *
     * @param quiet whether what it finds may be the work of habits before it, so that it is told only if nothing else is
     */
    private record Habit(String fault, Pattern pattern, Function<MatchResult, String> better, boolean quiet) {

        static Habit of(String fault, String pattern, Function<MatchResult, String> better) {
            return new Habit(fault, Pattern.compile(pattern), better, false);
        }

        static Habit afterOthers(String fault, String pattern, Function<MatchResult, String> better) {
            return new Habit(fault, Pattern.compile(pattern), better, true);
        }

        String putRight(String text, Map<String, Set<String>> met) {
            return pattern.matcher(text).replaceAll(match -> {
                var right = better.apply(match);
                if (quiet && met.containsKey(fault)) {
                    return Matcher.quoteReplacement(right);
                }
                if (!right.strip().equals(match.group().strip())
                        || right.isBlank() != match.group().isBlank()) {
                    met.computeIfAbsent(fault, key -> new LinkedHashSet<>()).add(around(text, match));
                }
                return Matcher.quoteReplacement(right);
            });
        }

        /** Marks of one or two characters say little without what stands beside them. */
        private static String around(String text, MatchResult match) {
            if (WORD_OR_NUMBER.matcher(match.group()).find()
                    || match.group().strip().length() > 2) {
                return match.group().strip();
            }
            var from = match.start();
            while (from > 0
                    && match.start() - from < 11
                    && text.charAt(from - 1) != ' '
                    && text.charAt(from - 1) < '\uE000') {
                from--;
            }
            var to = match.end();
            while (to < text.length()
                    && to - match.end() < 11
                    && text.charAt(to) != ' '
                    && text.charAt(to) < '\uE000') {
                to++;
            }
            return text.substring(from, to).replaceAll("[\\r\\n]+", "⏎").strip();
        }
    }
}
