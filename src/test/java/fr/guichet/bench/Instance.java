package fr.guichet.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** Starts one on the database, without demo data and with limits that let the whole benchmark in from one address. */
    static Instance on(Database database) throws IOException {
        return on(database, List.of("--guichet.limits.everything=100000000", "--guichet.limits.sign-in=100000000"));
    }

    /** Starts one on the database, without demo data and with the limits that it comes with. */
    static Instance limited(Database database) throws IOException {
        return on(database, List.of());
    }

    private static Instance on(Database database, List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("guichet.bench.jvm").strip().split("\\s+", -1)));
        command.addAll(List.of("-jar", System.getProperty("guichet.bench.jar"), "--server.port=0"));
        command.addAll(List.of(database.arguments()));
        command.addAll(options);
        return started(command);
    }

    /**
     * Starts a process and waits until it says that Guichet is ready.
     *
     * @throws IllegalStateException with what it said, if it ends before or takes longer than two minutes
     */
    static Instance started(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // A benchmark that is cut off leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process.toHandle()::destroy));
        var ready = new CompletableFuture<URI>();
        Thread.ofVirtual().start(() -> listen(process, ready));
        try {
            return new Instance(process, ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("Guichet did not start", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting", e);
        }
    }

    /** Reads all it says, so that it never waits for a reader. */
    private static void listen(Process process, CompletableFuture<URI> ready) {
        var said = new StringBuilder();
        process.inputReader().lines().forEach(line -> {
            var found = READY.matcher(line);
            if (found.find()) {
                ready.complete(URI.create(found.group(1)));
            } else if (!ready.isDone()) {
                said.append(line).append('\n');
            }
        });
        ready.completeExceptionally(new IllegalStateException(said.toString()));
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        // Not process.destroy(), which also closes what is still being listened to.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
