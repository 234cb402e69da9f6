package fr.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} says of each requirement of the OWASP ASVS 5.0 can be looked up where it says. */
class SecurityDocumentTests {

    private static final Path DOCUMENT = Path.of("docs/security.md");

    /** How many requirements the sections of the chapters have, in their order. */
    private static final Map<Integer, List<Integer>> CHAPTERS = Map.of(
            2, List.of(3, 3, 5, 2),
            3, List.of(1, 3, 5, 8, 8, 1, 5),
            4, List.of(5, 5, 2, 4),
            6, List.of(3, 12, 8, 6, 8, 4, 2, 4),
            7, List.of(3, 4, 2, 5, 3, 2),
            8, List.of(4, 4, 3, 2),
            9, List.of(3, 4),
            10, List.of(2, 3, 5, 16, 5, 2, 3),
            16, List.of(1, 5, 4, 3, 4));

    private static final Pattern ROW = Pattern.compile(
            "\\| (\\d+\\.\\d+\\.\\d+) \\| ([123]) \\| ([^|]+) \\| (met|not applicable|open) \\| ([^|]*) \\| ?([^|]*) ?\\|");

    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("(\\w+(?:Tests|Contract|Properties|Journey))(?:#(\\w+))?");
    private static final Pattern SOURCE = Pattern.compile("[\\w-]+(?:\\.test)?\\.(?:java|tsx?|yaml)");

    private record Row(String id, String state, String how, String shownBy) {

        int chapter() {
            return Integer.parseInt(id.substring(0, id.indexOf('.')));
        }
    }

    @Test
    void everyRequirementHasItsRow() throws IOException {
        assertThat(rows()).extracting(Row::id).containsExactlyElementsOf(requirements());
    }

    @Test
    void whatIsMetNamesWhatShowsItAndTheRestSaysWhy() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.how()).as(row.id()).isNotBlank();
            assertThat(row.shownBy().isBlank())
                    .as("%s is %s", row.id(), row.state())
                    .isEqualTo(!row.state().equals("met"));
        });
    }

    @Test
    void whatIsNamedExists() throws IOException {
        var files = sources();
        for (var row : rows()) {
            for (var name : names(row)) {
                assertThat(exists(name, files))
                        .as("%s names %s", row.id(), name)
                        .isTrue();
            }
        }
    }

    @Test
    void theCountsAreRight() throws IOException {
        var text = Files.readString(DOCUMENT);
        var counts = rows().stream()
                .collect(Collectors.groupingBy(
                        Row::chapter, TreeMap::new, Collectors.groupingBy(Row::state, Collectors.counting())));
        counts.forEach((chapter, states) -> assertThat(text)
                .as("V%d", chapter)
                .containsPattern("\\| V%d [^|]+\\| %d \\| %d \\| %d \\|"
                        .formatted(
                                chapter,
                                states.getOrDefault("met", 0L),
                                states.getOrDefault("not applicable", 0L),
                                states.getOrDefault("open", 0L))));
    }

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> new Row(row.group(1), row.group(4), row.group(5), row.group(6)))
                .toList();
    }

    private static List<String> requirements() {
        var ids = new ArrayList<String>();
        new TreeMap<>(CHAPTERS).forEach((chapter, sections) -> IntStream.rangeClosed(1, sections.size())
                .forEach(section -> IntStream.rangeClosed(1, sections.get(section - 1))
                        .forEach(number -> ids.add(chapter + "." + section + "." + number))));
        return ids;
    }

    /** What a row refers to: everything that it shows, and tests that its explanation names. */
    private static List<String> names(Row row) {
        var explained = NAMED.matcher(row.how())
                .results()
                .map(name -> name.group(1))
                .filter(name -> TEST.matcher(name).matches());
        var shown = NAMED.matcher(row.shownBy()).results().map(name -> name.group(1));
        return Stream.concat(explained, shown).toList();
    }

    private static boolean exists(String name, Map<String, String> files) {
        var test = TEST.matcher(name);
        if (test.matches()) {
            var source = files.getOrDefault(test.group(1) + ".java", "");
            return !source.isEmpty() && (test.group(2) == null || source.contains("void " + test.group(2) + "("));
        }
        return SOURCE.matcher(name).matches() ? files.containsKey(name) : Files.exists(Path.of(name));
    }

    /** The text of each source file, by its name. */
    private static Map<String, String> sources() throws IOException {
        var found = new TreeMap<String, String>();
        for (var folder : List.of("src", "web/src")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(path ->
                                SOURCE.matcher(path.getFileName().toString()).matches())
                        .toList()) {
                    found.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return found;
    }
}
