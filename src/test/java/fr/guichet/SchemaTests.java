package fr.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each module keeps to its own schema, in its migrations and in every SQL statement: a query that reaches into another's tables
 * would tie the two together behind the back of {@link ModularityTests}. Tables carry their schema's name, so that nothing
 * depends on a search path.
 */
class SchemaTests {

    private static final Path SOURCES = Path.of("src/main/java/fr/guichet");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\R(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(
            "^\\s*(select|insert\\s+into|update|delete\\s+from|with|merge\\s+into|truncate|lock\\s+table|create|alter|drop|copy)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE = Pattern.compile(
            "(?<![:\\w])(?:from|join|into|update|truncate|table|references|using)\\s+(?:only\\s+|if\\s+(?:not\\s+)?exists\\s+)?([a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)?)(\\s*\\()?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMON_TABLE = Pattern.compile(
            "\\b([a-z_][a-z0-9_]*)\\s*(?:\\([a-z0-9_,\\s]*\\)\\s*)?as\\s+(?:not\\s+materialized\\s+|materialized\\s+)?\\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TABLE_AFTER = Pattern.compile(
            "(?i)(?:extract\\s*\\([^)]*|trim\\s*\\([^)]*|substring\\s*\\([^)]*|distinct|do|for(?: no key)?|on conflict.*do)$");
    private static final Set<String> NO_TABLES = Set.of(
            "set",
            "or",
            "on",
            "lateral",
            "unnest",
            "generate_series",
            "values",
            "select",
            "only",
            "gist",
            "btree",
            "brin",
            "gin",
            "hash");

    @TestFactory
    Stream<DynamicTest> everyModuleSpeaksOfItsOwnTables() throws IOException {
        return modules().stream()
                .map(module -> DynamicTest.dynamicTest(
                        module, () -> assertThat(strangers(module)).isEmpty()));
    }

    @Test
    void aStrangerWouldBeFound() {
        var found = new ArrayList<String>();
        var sql = "select a.id from appointments.appointment a join branches.branch b on b.id = a.branch_id, adviser";

        check("appointments", Path.of("Example.java"), sql, commonTables(sql), found);
        check("appointments", Path.of("Example.java"), "update hold set x = 1", Set.of(), found);

        assertThat(found).containsExactly("Example.java: branches.branch", "Example.java: hold");
    }

    @Test
    void everyMigrationFolderIsAModule() throws IOException {
        try (var folders = Files.list(MIGRATIONS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .as("a misnamed folder would make a schema that nobody owns")
                    .isSubsetOf(modules());
        }
    }

    private static List<String> modules() throws IOException {
        try (var folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> strangers(String module) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(SOURCES.resolve(module), ".java")) {
            var source = Files.readString(file);
            var common = commonTables(source);
            var literals = LITERAL.matcher(source);
            while (literals.find()) {
                var text = literals.group(1) == null ? literals.group(2) : literals.group(1);
                if (STATEMENT.matcher(text).find()) {
                    check(module, file, text, common, found);
                }
            }
        }
        for (var file : files(MIGRATIONS.resolve(module), ".sql")) {
            var script = Files.readString(file).replaceAll("--.*", "");
            check(module, file, script, commonTables(script), found);
        }
        return found;
    }

    /** Names given in {@code with} clauses; statements are put together from several literals of a file. */
    private static Set<String> commonTables(String source) {
        var known = new HashSet<>(NO_TABLES);
        var common = COMMON_TABLE.matcher(source);
        while (common.find()) {
            known.add(common.group(1).toLowerCase(Locale.ROOT));
        }
        return known;
    }

    private static void check(String module, Path file, String sql, Set<String> known, List<String> found) {
        var tables = TABLE.matcher(sql);
        while (tables.find()) {
            var table = tables.group(1).toLowerCase(Locale.ROOT);
            var isFunction = tables.group(2) != null && !table.contains(".");
            var before = sql.substring(Math.max(0, tables.start() - 80), tables.start())
                    .stripTrailing();
            if (!known.contains(table)
                    && !isFunction
                    && !NO_TABLE_AFTER.matcher(before).find()
                    && !table.startsWith(module + ".")
                    && !table.startsWith("pg_")
                    && !table.startsWith("information_schema.")) {
                found.add(file.getFileName() + ": " + table);
            }
        }
    }

    private static List<Path> files(Path root, String suffix) {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
