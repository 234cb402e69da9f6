package fr.guichet.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the database twice a second whether it is there, on a connection of its own. When it is not, whether stopped or hanging,
 * everybody knows within three seconds: running statements are cut, requests are answered with 503 at once instead of queueing for
 * connections, and readiness goes down. When it is back, all of that ends by itself.
 */
@Component
public class DatabaseWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long INTERVAL_MILLIS = 500;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Connections connections;
    private final DatabaseState state;
    private @Nullable Connection connection;
    private volatile @Nullable Watcher watcher;

    DatabaseWatch(Connections connections, DatabaseState state) {
        this.connections = connections;
        this.state = state;
    }

    /** Whether the database did not answer when it was last asked. */
    public boolean isAway() {
        return state.isAway();
    }

    @Override
    public void start() {
        var started = new Watcher();
        watcher = started;
        started.thread.start();
    }

    @Override
    public void stop() {
        var running = watcher;
        if (running == null) {
            return;
        }
        watcher = null;
        running.stopping.countDown();
        try {
            running.thread.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }

    /** Up before the web server takes requests, down after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void look() {
        var kept = connection != null;
        var answers = answers();
        if (!answers && kept) {
            answers = answers(); // a connection may end for reasons of its own: a new one decides
        }
        if (answers && state.isAway()) {
            state.set(false);
            LOG.info("The database is back");
        } else if (!answers && !state.isAway()) {
            state.set(true);
            LOG.warn(
                    "The database does not answer; {} connections cut, requests get 503 until it does",
                    connections.cut());
        }
    }

    private boolean answers() {
        try {
            var mine = connection;
            if (mine == null) {
                mine = connections.impatient(PATIENCE);
                connection = mine;
            }
            try (var statement = mine.createStatement()) {
                return statement.execute("SELECT 1");
            }
        } catch (SQLException e) {
            LOG.debug("The database did not answer", e);
            release();
            return false;
        }
    }

    private void release() {
        var mine = connection;
        connection = null;
        if (mine != null) {
            try {
                mine.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The connection was gone already", e);
            }
        }
    }

    private final class Watcher {

        private final CountDownLatch stopping = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("database-watch").unstarted(this::watch);

        private void watch() {
            try {
                do {
                    look();
                } while (!stopping.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                release();
            }
        }
    }
}
