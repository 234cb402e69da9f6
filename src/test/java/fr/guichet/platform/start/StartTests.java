package fr.guichet.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.GuichetApplication;
import fr.guichet.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The program as its operator meets it: a process that starts, or says in one line why not. */
class StartTests {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path said = Path.of("");

    @BeforeEach
    void homeWithPrograms() throws IOException {
        TestDatabase.empty(); // has the programs unpacked
        home = folder.resolve("home");
        said = folder.resolve("said");
        Files.createDirectories(home);
        Files.createSymbolicLink(
                home.resolve("server"), Path.of("target/test-home/server").toAbsolutePath());
    }

    @Test
    void aHomeThatCannotBeWrittenIsRefused() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        refuses("The home folder " + file + " cannot be written", "--guichet.home=" + file);
    }

    @Test
    void aTakenPortIsRefusedAndTheDatabaseLeftAsItWas() throws IOException {
        try (var taken = new ServerSocket(0)) {
            refuses(
                    "Port %d is taken by another program".formatted(taken.getLocalPort()),
                    "--guichet.home=" + home,
                    "--server.port=" + taken.getLocalPort());
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aClockForTestsIsRefusedInProduction() {
        refuses(
                "guichet.clock is for development and tests",
                "--guichet.home=" + home,
                "--server.port=0",
                "--guichet.clock=2026-11-23T08:30:00Z",
                "--spring.profiles.active=production");
    }

    @Test
    void aDatabaseThatIsNotThereIsRefused() {
        refuses(
                "The database jdbc:postgresql://127.0.0.1:1/x cannot be reached",
                "--server.port=0",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x?password=secret");
        assertThat(said).content().doesNotContain("secret");
    }

    @Test
    void aProductionInstanceLogsJsonAndStopsCleanly() throws IOException {
        var guichet = start("--guichet.home=" + home, "--server.port=0", "--spring.profiles.active=production");
        await().atMost(LIMIT)
                .until(() -> Files.readString(said).contains("Guichet is ready at http") || !guichet.isAlive());
        assertThat(guichet.isAlive()).describedAs(Files.readString(said)).isTrue();
        guichet.destroy();
        await().atMost(LIMIT).until(() -> !guichet.isAlive());
        assertThat(guichet.exitValue()).isEqualTo(143);
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        var json = JsonMapper.shared();
        assertThat(Files.readAllLines(said)).isNotEmpty().allSatisfy(line -> assertThat(
                        json.readTree(line).has("message"))
                .isTrue());
    }

    private void refuses(String why, String... arguments) {
        try {
            var guichet = start(arguments);
            await().atMost(LIMIT).until(() -> !guichet.isAlive());
            assertThat(guichet.exitValue()).isEqualTo(1);
            assertThat(Files.readAllLines(said).stream().filter(line -> line.contains("ERROR")))
                    .singleElement()
                    .asString()
                    .contains(why);
            assertThat(said).content().doesNotContain("\tat ").doesNotContain("APPLICATION FAILED");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Without the classes of the tests, which would bring a database of their own. */
    private Process start(String... arguments) throws IOException {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow", // as the launcher says it; keys are made with protocol buffers
                "-cp",
                classPath,
                GuichetApplication.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
