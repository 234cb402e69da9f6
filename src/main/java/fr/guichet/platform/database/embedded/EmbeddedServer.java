package fr.guichet.platform.database.embedded;

import fr.guichet.platform.start.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of a home, shared by all instances that use the home: the first in starts it, the last out stops it, and whoever
 * notices that it died starts it again. It outlives an instance that is killed; the next one takes it over.
 *
 * <p>Two locks make this safe. {@code control.lock} is held while a server is looked for, started or stopped. {@code instances.lock}
 * is shared by all running instances; whoever can have it alone is the last.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Map<Path, EmbeddedServer> OPEN = new HashMap<>();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final Home home;
    private final ServerStart start;
    private final Log log;
    private final CompletableFuture<ServerAddress> address = new CompletableFuture<>();
    private final CompletableFuture<Postmaster> ready = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread keeper;
    private int users;
    private @Nullable HomeLock instance;

    private EmbeddedServer(Home home, Log log) {
        this.home = home;
        this.start = new ServerStart(home, log);
        this.log = log;
        this.keeper = Thread.ofPlatform().daemon().name("embedded-server").unstarted(this::keep);
    }

    /**
     * Begins to start the server, or to join the running one, and returns at once. Each call needs its {@link #close()}.
     */
    public static EmbeddedServer open(Path folder, Log log) {
        var home = new Home(folder);
        synchronized (OPEN) {
            var server = OPEN.get(home.path());
            if (server == null || server.ready.isCompletedExceptionally()) {
                server = new EmbeddedServer(home, log);
                OPEN.put(home.path(), server);
                server.keeper.start();
            }
            server.users++;
            return server;
        }
    }

    /**
     * Waits until it is known where the server will listen, which is before it does.
     *
     * @throws StartRefused when it cannot be started
     */
    public ServerAddress address() {
        return await(address);
    }

    /**
     * Waits until the server takes connections.
     *
     * @throws StartRefused when it cannot be started
     */
    public void awaitReady() {
        await(ready);
    }

    /** Lets go of the server; the last instance of the home stops it. */
    @Override
    public void close() {
        synchronized (OPEN) {
            if (--users > 0 || !OPEN.remove(home.path(), this)) {
                return;
            }
            closing.countDown();
            try {
                keeper.join(PATIENCE);
                leave();
            } catch (IOException e) {
                log.error("The database in " + home.path() + " was not stopped: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void keep() {
        try {
            var postmaster = join();
            ready.complete(postmaster);
            watch(postmaster);
        } catch (StartRefused e) {
            refuse(e);
        } catch (IOException e) {
            refuse(new StartRefused(
                    "The database in %s could not be started: %s.".formatted(home.path(), Reasons.of(e)), e));
        } catch (InterruptedException | RuntimeException e) {
            refuse(new StartRefused("The database in %s could not be started: %s.".formatted(home.path(), e), e));
        }
    }

    private void refuse(StartRefused refusal) {
        address.completeExceptionally(refusal);
        ready.completeExceptionally(refusal);
    }

    private Postmaster join() throws IOException, InterruptedException {
        home.prepare();
        try (var _ = HomeLock.exclusive(home.controlLock(), PATIENCE)) {
            var alone = HomeLock.tryAlone(home.instancesLock());
            alone.ifPresent(HomeLock::close);
            var running = Postmaster.of(home.data());
            var port = running.isPresent() ? start.portOf(running.get()) : start.prepare(alone.isPresent());
            address.complete(new ServerAddress(port, start.password()));
            var postmaster = start.untilReady(port);
            instance = HomeLock.tryShared(home.instancesLock())
                    .orElseThrow(() -> new IOException("the lock of the instances is held by something else"));
            return postmaster;
        }
    }

    private void watch(Postmaster postmaster) throws InterruptedException {
        var watched = postmaster;
        var pause = LOOK_EVERY_MILLIS;
        while (!closing.await(pause, TimeUnit.MILLISECONDS)) {
            if (watched.alive()) {
                pause = LOOK_EVERY_MILLIS;
                continue;
            }
            try (var _ = HomeLock.exclusive(home.controlLock(), PATIENCE)) {
                log.warn("The database server is gone; starting it again");
                watched = start.untilReady(address.join().port());
                log.info("The database server is back");
            } catch (IOException | StartRefused e) {
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                log.error("The database server could not be started again: " + e.getMessage());
            }
        }
    }

    private void leave() throws IOException, InterruptedException {
        var mine = instance;
        if (mine == null) {
            return;
        }
        try (var _ = HomeLock.exclusive(home.controlLock(), PATIENCE)) {
            mine.close();
            var alone = HomeLock.tryAlone(home.instancesLock());
            if (alone.isPresent()) {
                start.stop();
                alone.get().close();
            }
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartRefused refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
