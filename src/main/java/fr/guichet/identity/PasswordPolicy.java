package fr.guichet.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password must be: 12 to 128 characters, whatever they are, and none of those that are tried first (CNIL, July 2022;
 * OWASP ASVS 5.0, 6.2). No capital, digit or mark is demanded, and none expires: both make people choose worse ones.
 */
@Component
@EnableConfigurationProperties(PasswordProperties.class)
class PasswordPolicy {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int FEWEST_DISTINCT = 5;
    private static final int SHORTEST_PERIOD = 8;
    private static final int SHORTEST_WITHOUT_RUNS = 6;
    private static final int ONLY_DIGITS_FROM = 20;
    private static final int SHORTEST_PERSONAL_WORD = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{" + SHORTEST_PERSONAL_WORD + ",}");

    /** Rows of keys that a finger slides along: digits, AZERTY, QWERTY, and the alphabet. */
    private static final List<String> RUNS = List.of(
            "01234567890",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "abcdefghijklmnopqrstuvwxyz",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "1aqw2zsx3edc4rfv5tgb6yhn7ujm");

    private final Set<String> common;

    PasswordPolicy(PasswordProperties properties) {
        common = Stream.concat(readCommon(), properties.ownWords().stream().map(word -> lettersOf(plain(word))))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Judges a password that someone chose.
     *
     * @param personal what others know of this person: name, address; never part of a good password
     */
    Optional<PasswordWeakness> judge(CharSequence password, String... personal) {
        var text = Passwords.normalized(password);
        var length = text.codePointCount(0, text.length());
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) || !Character.isDefined(point))) {
            return Optional.of(PasswordWeakness.UNTYPEABLE);
        }
        if (length < SHORTEST) {
            return Optional.of(PasswordWeakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordWeakness.TOO_LONG);
        }
        var plain = plain(text);
        if (isCommon(plain)) {
            return Optional.of(PasswordWeakness.COMMON);
        }
        if (isRepetitive(plain)) {
            return Optional.of(PasswordWeakness.REPETITIVE);
        }
        if (LeakedPasswords.contain(plain)) {
            return Optional.of(PasswordWeakness.COMMON);
        }
        return isPersonal(plain, personal) ? Optional.of(PasswordWeakness.PERSONAL) : Optional.empty();
    }

    /** Made of nothing but common words, once digits and marks are taken out or read as the letters they stand for. */
    private boolean isCommon(String plain) {
        if (common.contains(plain)) {
            return true;
        }
        if (plain.length() < ONLY_DIGITS_FROM && plain.chars().allMatch(PasswordPolicy::isDigit)) {
            return true;
        }
        if (isMadeOfCommonWords(lettersOf(plain))) {
            return true;
        }
        // The digits and marks at the end are decoration or letters; nobody knows how many of them are which.
        for (var end = plain.length(); end > 0; end--) {
            if (isMadeOfCommonWords(lettersOf(readAsLetters(plain.substring(0, end))))) {
                return true;
            }
            if (Character.isLetter(plain.charAt(end - 1))) {
                return false;
            }
        }
        return false;
    }

    /** One common word, once or several times, and at most one other behind it. */
    private boolean isMadeOfCommonWords(String letters) {
        if (letters.isEmpty()) {
            return false;
        }
        for (var first : common) {
            if (letters.startsWith(first) && isRepeatOfOneWord(letters.substring(first.length()), first)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRepeatOfOneWord(String rest, String first) {
        if (rest.isEmpty() || common.contains(rest)) {
            return true;
        }
        return rest.startsWith(first) && isRepeatOfOneWord(rest.substring(first.length()), first);
    }

    private static boolean isRepetitive(String plain) {
        return plain.codePoints().distinct().count() < FEWEST_DISTINCT
                || period(plain) < SHORTEST_PERIOD
                || lengthWithoutRuns(plain) < SHORTEST_WITHOUT_RUNS;
    }

    /** The length of the piece whose repetition gives the whole, the last repetition possibly cut short. */
    private static int period(String text) {
        for (var period = 1; period <= text.length() / 2; period++) {
            if (text.startsWith(text.substring(period))) {
                return period;
            }
        }
        return text.length();
    }

    /** Counts characters but those that merely continue the run before them. */
    private static int lengthWithoutRuns(String text) {
        var length = 1;
        for (var i = 1; i < text.length(); i++) {
            if (!continuesRun(text.charAt(i - 1), text.charAt(i))) {
                length++;
            }
        }
        return length;
    }

    private static boolean continuesRun(char before, char after) {
        return before == after
                || RUNS.stream()
                        .anyMatch(run -> run.contains("" + before + after) || run.contains("" + after + before));
    }

    private static boolean isPersonal(String plain, String... personal) {
        var rest = plain;
        for (var text : personal) {
            for (var word :
                    WORD.matcher(plain(text)).results().map(MatchResult::group).toList()) {
                rest = rest.replace(word, "");
            }
        }
        return rest.length() < plain.length() && lettersOf(rest).length() < SHORTEST_PERSONAL_WORD;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String readAsLetters(String plain) {
        var letters = new StringBuilder(plain.length());
        for (var i = 0; i < plain.length(); i++) {
            letters.append(
                    switch (plain.charAt(i)) {
                        case '0' -> 'o';
                        case '1', '!' -> 'i';
                        case '3' -> 'e';
                        case '4', '@' -> 'a';
                        case '5', '$' -> 's';
                        case '7' -> 't';
                        default -> plain.charAt(i);
                    });
        }
        return letters.toString();
    }

    private static String lettersOf(String text) {
        return text.replaceAll("[^\\p{L}]+", "");
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static Stream<String> readCommon() {
        try {
            return new ClassPathResource("identity/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
