package fr.guichet.platform.database.embedded;

import fr.guichet.platform.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.Log;

/** Brings the server of a home up and down. Call with the control lock held. */
final class ServerStart {

    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration LEFTOVERS_LIMIT = Duration.ofMinutes(1);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(3);
    private static final int PASSWORD_BYTES = 24;

    private final Home home;
    private final Log log;

    ServerStart(Home home, Log log) {
        this.home = home;
        this.log = log;
    }

    /**
     * Makes a data folder at the first start and picks the port.
     *
     * @param alone whether no other instance uses the home, so that the port may still change
     */
    int prepare(boolean alone) throws IOException, InterruptedException {
        if (!alone && !home.machine().equals(Optional.of(ServerHost.name()))) {
            throw new StartRefused(
                    "The home folder %s is in use from another machine or container: give each a home of its own, or a common database with --spring.datasource.url."
                            .formatted(home.path()));
        }
        if (Files.isDirectory(home.data())) {
            refuseOtherVersion();
        } else {
            createData();
        }
        home.keepMachine(ServerHost.name());
        var kept = home.port();
        if (kept.isPresent() && (!alone || ServerHost.isFree(kept.get()))) {
            return kept.get();
        }
        var chosen = ServerHost.freePort();
        home.keepPort(chosen);
        return chosen;
    }

    /** The port of a server that runs already; one that has only just begun will take the kept one. */
    int portOf(Postmaster running) throws IOException {
        return running.port() != 0 ? running.port() : home.port().orElseThrow(() -> new IOException("no port is kept"));
    }

    String password() throws IOException {
        return home.password()
                .orElseThrow(() -> new StartRefused("The password of the database is missing: put %s back from a copy."
                        .formatted(home.passwordFile())));
    }

    /** Starts the server unless it runs, and waits until it takes connections. */
    Postmaster untilReady(int port) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        while (true) {
            var ready = Postmaster.of(home.data()).isPresent() ? joined() : launched(port, begun);
            if (ready.isPresent()) {
                return ready.get();
            }
            Thread.sleep(100);
        }
    }

    /** A server that runs, that an earlier instance has begun to start, or that is going through its log after a crash. */
    private Optional<Postmaster> joined() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var told = false;
        var running = Postmaster.of(home.data());
        while (running.isPresent() && !running.get().ready()) {
            if (!told && since(begun).compareTo(WORTH_A_WORD) > 0) {
                log.info("Waiting for the database server to be ready");
                told = true;
            }
            if (since(begun).compareTo(RECOVERY_LIMIT) > 0) {
                throw new StartRefused("The database in %s was not ready after %d min (more in %s)."
                        .formatted(home.path(), RECOVERY_LIMIT.toMinutes(), home.log()));
            }
            Thread.sleep(5);
            running = Postmaster.of(home.data());
        }
        return running;
    }

    private Optional<Postmaster> launched(int port, long begun) throws IOException, InterruptedException {
        Postmaster.forgetDead(home.data());
        var programs = programs();
        programs.writeSettings(port);
        var serverLog = ServerLog.from(home.log());
        var ready = launch(programs);
        // Sessions of a server that was killed end a little after it; until then they hold on to its memory.
        var leftovers = serverLog.contains("pre-existing shared memory block");
        if (ready.isEmpty() && (!leftovers || since(begun).compareTo(LEFTOVERS_LIMIT) > 0)) {
            throw new StartRefused("The database in %s could not be started: %s (more in %s)."
                    .formatted(home.path(), serverLog.verdict(), home.log()));
        }
        return ready;
    }

    void stop() throws IOException, InterruptedException {
        var running = Postmaster.of(home.data());
        if (running.isEmpty()) {
            return;
        }
        programs().askToStop();
        var begun = System.nanoTime();
        while (running.get().alive()) {
            if (since(begun).compareTo(STOP_LIMIT) > 0) {
                throw new IOException("it did not end within %d s".formatted(STOP_LIMIT.toSeconds()));
            }
            Thread.sleep(5);
        }
    }

    private Optional<Postmaster> launch(ServerPrograms programs) throws IOException, InterruptedException {
        var launcher = programs.launch();
        while (true) {
            var ended = launcher.waitFor(4, TimeUnit.MILLISECONDS);
            var running = Postmaster.of(home.data());
            if (running.isPresent() && running.get().ready()) {
                return running;
            }
            if (ended && (launcher.exitValue() != 0 || running.isEmpty())) {
                return Optional.empty();
            }
        }
    }

    private void createData() throws IOException, InterruptedException {
        log.info("Creating a database in " + home.data());
        if (home.password().isEmpty()) {
            var secret = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(secret);
            home.writeOwnerOnly(
                    home.passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        programs().createData();
    }

    private void refuseOtherVersion() throws IOException {
        var major = ServerBinaries.VERSION.substring(0, ServerBinaries.VERSION.indexOf('.'));
        var stored = Files.readString(home.data().resolve("PG_VERSION")).strip();
        if (!stored.equals(major)) {
            throw new StartRefused(
                    "The data in %s belongs to PostgreSQL %s, this Guichet brings %s: use the Guichet that made it, or another home."
                            .formatted(home.data(), stored, major));
        }
    }

    private ServerPrograms programs() throws IOException {
        return new ServerPrograms(ServerBinaries.unpack(home), home);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
