package fr.guichet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read is there in both languages, says the same in both, and is set as print sets it. */
class MessageTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern PROBLEM_NAME =
            Pattern.compile("\\bProblem(?:\\s*\\.of|)\\(\\s*HttpStatus\\.[A-Z_]+,\\s*\"([^\"]+)\"");
    private static final Pattern INVALID_KEY = Pattern.compile("\"(invalid\\.[a-z-]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[a-z0-9]+[^}]*}");
    private static final Pattern BARE_PUNCTUATION = Pattern.compile("(?<=[\\p{L})}»]) ?[:;!?](?= |$)");

    @Test
    void everyKeyExistsInBothLanguagesWithTheSameArguments() {
        var french = messages("_fr");
        var english = messages("_en");

        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(french.keySet());
        french.forEach((key, text) -> assertThat(arguments(english.getOrDefault(key, "")))
                .as("arguments of %s", key)
                .isEqualTo(arguments(text)));
    }

    @Test
    void everyProblemHasATitleAndADetail() {
        var keys = messages("_fr").keySet();
        for (var name : inSources(PROBLEM_NAME)) {
            assertThat(keys).contains("problem." + name + ".title", "problem." + name + ".detail");
        }
        for (var key : keys) {
            if (key.startsWith("problem.") && key.endsWith(".title")) {
                assertThat(keys).contains(key.replaceFirst("title$", "detail"));
            }
        }
        assertThat(keys).containsAll(inSources(INVALID_KEY));
    }

    @Test
    void noTwoModulesUseTheSameKey() throws IOException {
        var owners = new TreeMap<String, String>();
        for (var bundle : bundles("_fr")) {
            for (var key : read(bundle).stringPropertyNames()) {
                assertThat(owners.put(key, bundle.toString()))
                        .as("another owner of %s in %s", key, bundle)
                        .isNull();
            }
        }
    }

    @Test
    void frenchIsSetAsPrintSetsIt() {
        messages("_fr").forEach((key, text) -> {
            assertThat(text).as("%s: use the apostrophe ’", key).doesNotContain("'");
            assertThat(BARE_PUNCTUATION.matcher(text).find())
                    .as("%s: a non-breaking space goes before : ; ! ? in «%s»", key, text)
                    .isFalse();
        });
    }

    @Test
    void nothingIsLeftEmpty() {
        Stream.of("_fr", "_en").forEach(language -> assertThat(messages(language))
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank()));
    }

    private static Set<String> arguments(String text) {
        var arguments = new TreeSet<String>();
        var found = ARGUMENT.matcher(text);
        while (found.find()) {
            arguments.add(found.group().replaceFirst(",.*", "}"));
        }
        return arguments;
    }

    private static Map<String, String> messages(String language) {
        var all = new TreeMap<String, String>();
        try {
            for (var bundle : bundles(language)) {
                var properties = read(bundle);
                properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<Path> bundles(String language) throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.filter(file -> file.toString().endsWith(language + ".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(Path bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle, UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> inSources(Pattern pattern) {
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var matches = pattern.matcher(Files.readString(file));
                while (matches.find()) {
                    found.add(matches.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
