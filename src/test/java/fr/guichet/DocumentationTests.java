package fr.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/**
 * What {@code docs/modules} says about each module, the picture of them all (C4), and who may do what in {@code docs/rights.md} is what
 * the code says. After a change that was meant: {@code mvn -Ddocs.update=true test -Dtest=DocumentationTests}.
 */
class DocumentationTests {

    private static final Path AGREED = Path.of("docs/modules");
    private static final Path RIGHTS = Path.of("docs/rights.md");
    private static final Path PICTURE = Path.of("docs/images/modules.svg");

    @TempDir
    private Path folder;

    @Test
    void theDocumentsAreWhatTheModulesSay() throws IOException {
        new Documenter(
                        ApplicationModules.of(GuichetApplication.class),
                        Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
        var now = contents(folder);
        if (Boolean.getBoolean("docs.update")) {
            keep(now);
        }

        assertThat(unordered(contents(AGREED)))
                .as("%s is not what the modules say; if the change is meant, run with -Ddocs.update=true", AGREED)
                .isEqualTo(unordered(now));
    }

    @Test
    void theRightsAreThoseOfTheTable() throws IOException {
        var now = RightsDocument.text();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(RIGHTS, now);
        }

        assertThat(Files.readString(RIGHTS))
                .as("%s is not what the table says; if the change is meant, run with -Ddocs.update=true", RIGHTS)
                .isEqualTo(now);
    }

    /** The lines of each document, sorted: relations and lists come in another order each time. */
    private static Map<String, List<String>> unordered(Map<String, String> documents) {
        var lines = new TreeMap<String, List<String>>();
        documents.forEach((name, text) -> lines.put(
                name,
                text.lines()
                        .map(line -> line.startsWith("|") ? line.substring(1) : line)
                        .sorted()
                        .toList()));
        return lines;
    }

    private static void keep(Map<String, String> documents) throws IOException {
        for (var old : contents(AGREED).keySet()) {
            Files.delete(AGREED.resolve(old));
        }
        for (var document : documents.entrySet()) {
            Files.writeString(AGREED.resolve(document.getKey()), document.getValue());
        }
        try (var svg = Files.newOutputStream(PICTURE)) {
            draw(documents.getOrDefault("components.puml", ""), svg);
        }
    }

    /** With the layout that PlantUML brings itself, so that nothing has to be installed. */
    private static void draw(String diagram, OutputStream svg) throws IOException {
        var source = diagram.replaceFirst("@startuml\\R", "@startuml\n!pragma layout smetana\n");
        new SourceStringReader(source).outputImage(svg, new FileFormatOption(FileFormat.SVG));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            files.forEach(file -> contents.put(file.getFileName().toString(), read(file)));
        }
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).stripTrailing() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
