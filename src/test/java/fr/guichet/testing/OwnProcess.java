package fr.guichet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An instance of Guichet in a process of its own, to be killed. It delivers codes to the folder that this JVM was given. */
public final class OwnProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Pattern READY = Pattern.compile("Guichet is ready at http://localhost:(\\d+)");

    private final Path log;
    private final Process process;

    /**
     * Starts one.
     *
     * @param name of its log file below {@code target}
     * @param url of the database
     * @param arguments further ones, such as {@code --guichet.clock=2026-11-16T11:00:00Z}
     */
    public OwnProcess(String name, Class<?> main, String url, List<String> arguments) {
        log = Path.of("target", name + ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-D%s=%s".formatted(SentMessages.FOLDER, System.getProperty(SentMessages.FOLDER)),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                "--server.port=0",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, once it does. */
    public int port() {
        return await().atMost(LIMIT).until(this::said, port -> port > 0);
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private int said() {
        try {
            var said = Files.readString(log);
            assertThat(process.isAlive()).as(said).isTrue();
            var ready = READY.matcher(said);
            return ready.find() ? Integer.parseInt(ready.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
