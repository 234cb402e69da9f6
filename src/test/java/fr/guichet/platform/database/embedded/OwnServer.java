package fr.guichet.platform.database.embedded;

import static org.awaitility.Awaitility.await;

import fr.guichet.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;

/** A PostgreSQL that a test may stop, freeze and kill as it likes: nobody starts it again behind its back. */
public final class OwnServer implements AutoCloseable {

    private final Home home;
    private final ServerStart server;
    private final int port;

    public OwnServer(Path folder) {
        TestDatabase.empty(); // has the programs unpacked
        this.home = new Home(folder);
        this.server = new ServerStart(home, LogFactory.getLog(OwnServer.class));
        try {
            home.prepare();
            Files.createSymbolicLink(
                    folder.resolve("server"), Path.of("target/test-home/server").toAbsolutePath());
            this.port = server.prepare(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        start();
    }

    public ServerAddress address() {
        try {
            return new ServerAddress(port, server.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        try {
            server.untilReady(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops the postmaster and all its sessions in the middle of what they do; they keep their sockets and say nothing. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    @Override
    public void close() {
        thaw();
        stop();
        try {
            Files.delete(home.path().resolve("server"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String signal) {
        postmaster()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .forEach(process -> {
                    try {
                        var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
                        await().atMost(Duration.ofSeconds(5)).until(() -> !kill.isAlive());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private Stream<ProcessHandle> postmaster() {
        try {
            return Postmaster.of(home.data()).flatMap(postmaster -> ProcessHandle.of(postmaster.pid())).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
