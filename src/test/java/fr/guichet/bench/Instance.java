package fr.guichet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Guichet as {@code ./guichet run} starts it, in a process of its own. */
final class Instance implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Guichet is ready at (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI address;

    private Instance(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one on the database; without demo data. */
    static Instance on(Database database) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("guichet.bench.jvm").strip().split("\\s+", -1)));
        command.addAll(List.of("-jar", System.getProperty("guichet.bench.jar"), "--server.port=0"));
        command.addAll(List.of(database.arguments()));
        return started(command);
    }

    /**
     * Starts a process and waits until it says that Guichet is ready.
     *
     * @throws IllegalStateException with what it said, if it ends before or takes longer than two minutes
     */
    static Instance started(List<String> command) throws IOException {
        var said = Files.createTempFile(Files.createDirectories(Path.of("target", "bench")), "instance", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        // A benchmark that is cut off leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < limit) {
            var ready = READY.matcher(Files.readString(said));
            if (ready.find()) {
                return new Instance(process, URI.create(ready.group(1)));
            }
            pause();
        }
        process.destroyForcibly();
        throw new IllegalStateException("Guichet did not start: " + Files.readString(said));
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while waiting", e));
        }
    }
}
