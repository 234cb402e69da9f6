package fr.guichet.platform.live;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends what changed here to all instances, this one included. NOTIFY makes commits queue for a lock of the whole database, so it
 * never happens in a business transaction: a thread gathers changes and sends them together, at most twenty times a second.
 */
@Component
class ChangeRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeRelay.class);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final int MOST_TOPICS = 10_000;

    private final JdbcClient jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private Set<Topic> waiting = new LinkedHashSet<>();
    private boolean everything;
    private boolean stopping;
    private volatile @Nullable Thread thread;

    ChangeRelay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Never waits and never fails: the change itself is committed, whether or not it can be told. */
    void announce(Collection<Topic> topics) {
        lock.lock();
        try {
            if (waiting.size() + topics.size() > MOST_TOPICS) {
                everything = true;
                waiting.clear();
            }
            if (!everything) {
                waiting.addAll(topics);
            }
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofVirtual().name("live-relay").start(this::relay);
    }

    /** Sends what is left, if the database takes it. */
    @Override
    public void stop() {
        var running = thread;
        if (running == null) {
            return;
        }
        lock.lock();
        try {
            stopping = true;
            something.signal();
        } finally {
            lock.unlock();
        }
        try {
            running.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Outlives the web server, whose last requests may still change something. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void relay() {
        try {
            while (true) {
                var notices = take();
                if (notices.isEmpty()) {
                    return;
                }
                var pause = PAUSE;
                try {
                    send(notices);
                } catch (DataAccessException e) {
                    LOG.debug("Changes could not be announced and will be tried again", e);
                    giveBack();
                    pause = PAUSE_AFTER_FAILURE;
                }
                if (pauseOrStop(pause)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What waits, as soon as something does; nothing once we stop. */
    private List<String> take() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !everything) {
                if (stopping) {
                    return List.of();
                }
                something.await();
            }
            var notices = everything ? List.of(ChangeNotices.EVERYTHING) : ChangeNotices.write(waiting);
            everything = false;
            waiting = new LinkedHashSet<>();
            return notices;
        } finally {
            lock.unlock();
        }
    }

    /** What was not sent is not remembered one by one: everybody will have to look again. */
    private void giveBack() {
        lock.lock();
        try {
            everything = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    /** True if we stop and nothing is left. While we stop there is no pause, and a failure is final. */
    private boolean pauseOrStop(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            var left = pause.toNanos();
            while (!stopping && left > 0) {
                left = something.awaitNanos(left);
            }
            return stopping && (everything || waiting.isEmpty());
        } finally {
            lock.unlock();
        }
    }

    private void send(List<String> notices) {
        jdbc.sql("select pg_notify(:channel, notice) from unnest(:notices::text[]) as notice")
                .param("channel", ChangeNotices.CHANNEL)
                .param("notices", notices.toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }
}
