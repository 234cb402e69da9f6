package fr.guichet.platform.database.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.logging.LogFactory;

/**
 * Another instance: a process that uses the server of a home until its standard input ends. Killing it is what {@code kill -9} does
 * to Guichet.
 */
final class ServerHolder implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Process process;
    private final Path port;

    private ServerHolder(Process process, Path port) {
        this.process = process;
        this.port = port;
    }

    static void main(String... arguments) throws IOException {
        try (var server = EmbeddedServer.open(Path.of(arguments[0]), LogFactory.getLog(ServerHolder.class))) {
            server.awaitReady();
            Files.writeString(Path.of(arguments[1]), server.address().port() + "\n");
            while (System.in.read() >= 0) {
                // until the test lets go
            }
        }
    }

    static ServerHolder start(Path home) {
        try {
            var port = Files.createTempFile(home, "holder", ".port");
            var process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServerHolder.class.getName(),
                            home.toString(),
                            port.toString()))
                    .inheritIO()
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            return new ServerHolder(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server takes connections; tells its port. */
    int port() throws IOException {
        await().atMost(LIMIT).until(() -> Files.readString(port).endsWith("\n") || !process.isAlive());
        return Integer.parseInt(Files.readString(port).strip());
    }

    void kill() {
        process.destroyForcibly();
        await().atMost(LIMIT).until(() -> !process.isAlive());
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        await().atMost(LIMIT).until(() -> !process.isAlive());
    }
}
