package fr.guichet.platform.live;

import fr.guichet.platform.database.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what changed on any instance, on a connection kept for that. When the connection breaks it is made again with growing
 * pauses, and then every stream is told to look at everything again, since nobody knows what was missed.
 */
@Component
class ChangeListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int SILENCE_MILLIS = 10_000;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Connections database;
    private final LiveStreams streams;
    private volatile @Nullable Connection connection;
    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    ChangeListener(Connections database, LiveStreams streams) {
        this.database = database;
        this.streams = streams;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("live-listener").start(this::listen);
    }

    @Override
    public void stop() {
        var running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        stopping.countDown();
        drop(connection);
        try {
            running.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /** Whether changes of other instances are heard at the moment. */
    boolean isListening() {
        return connection != null;
    }

    private void listen() {
        var pause = FIRST_PAUSE;
        try {
            do {
                try (var mine = database.listening()) {
                    open(mine);
                    pause = FIRST_PAUSE;
                    hear(mine);
                } catch (SQLException e) {
                    if (connection != null && stopping.getCount() > 0) {
                        LOG.warn(
                                "Changes of other instances are not heard until the database is back ({})",
                                e.getSQLState());
                    }
                    LOG.debug("Listening ended", e);
                } finally {
                    connection = null;
                }
                pause = longer(pause);
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(Connection mine) throws SQLException {
        try (var statement = mine.createStatement()) {
            statement.execute("listen " + ChangeNotices.CHANNEL);
        }
        connection = mine;
        streams.changedAll();
    }

    private void hear(Connection mine) throws SQLException {
        var notifications = mine.unwrap(PGConnection.class);
        try (var statement = mine.createStatement()) {
            while (stopping.getCount() > 0) {
                var heard = notifications.getNotifications(SILENCE_MILLIS);
                if (heard == null || heard.length == 0) {
                    // silence may be a dead connection: this gets an answer or an exception
                    statement.execute("select 1");
                } else {
                    tell(heard);
                }
            }
        }
    }

    private void tell(PGNotification[] heard) {
        Set<Topic> topics = new LinkedHashSet<>();
        for (var notification : heard) {
            if (notification.getParameter().equals(ChangeNotices.EVERYTHING)) {
                streams.changedAll();
                return;
            }
            ChangeNotices.read(notification.getParameter()).forEach(topics::add);
        }
        streams.changed(topics);
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static void drop(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The connection was gone already", e);
            }
        }
    }
}
