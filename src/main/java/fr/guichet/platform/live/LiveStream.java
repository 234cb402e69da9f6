package fr.guichet.platform.live;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one browser is to be told. Changes that come while it is slow to read are kept as a set of topics, so what waits is never
 * more than what it watches.
 */
public final class LiveStream {

    private final Watcher watcher;
    private final Set<Topic> topics;
    private final Duration heartbeat;
    private final Duration recheck;
    private final Predicate<LiveStream> mayGoOn;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Set<Topic> changed = new LinkedHashSet<>();
    private boolean resync;
    private boolean closed;

    LiveStream(
            Watcher watcher, Set<Topic> topics, Duration heartbeat, Duration recheck, Predicate<LiveStream> mayGoOn) {
        this.watcher = watcher;
        this.topics = Set.copyOf(topics);
        this.heartbeat = heartbeat;
        this.recheck = recheck;
        this.mayGoOn = mayGoOn;
    }

    /** Where a stream is written to: a response that is flushed after every event. */
    public interface Sink {

        void event(String name, String data) throws IOException;

        void heartbeat() throws IOException;
    }

    /**
     * Writes until the stream is closed, its rights are gone, or the reader is: then the sink fails, at the latest when the
     * connection's write timeout cuts off a reader that does not read. Meant for a virtual thread.
     */
    public void run(Sink sink) throws IOException, InterruptedException {
        sink.event("ready", "{}");
        var checked = System.nanoTime();
        while (true) {
            var next = next();
            if (next == null) {
                return;
            }
            if (System.nanoTime() - checked >= recheck.toNanos()) {
                if (!mayGoOn.test(this)) {
                    return;
                }
                checked = System.nanoTime();
            }
            if (next.resync) {
                sink.event("resync", "{}");
            } else if (next.topics.isEmpty()) {
                sink.heartbeat();
            } else {
                sink.event("changed", json(next.topics));
            }
        }
    }

    /** What to tell; nothing in it when only a sign of life is due; null when the stream is closed. */
    private @Nullable Next next() throws InterruptedException {
        lock.lock();
        try {
            var left = heartbeat.toNanos();
            while (!closed && !resync && changed.isEmpty() && left > 0) {
                left = something.awaitNanos(left);
            }
            if (closed) {
                return null;
            }
            var next = new Next(resync, Set.copyOf(changed));
            resync = false;
            changed.clear();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private record Next(boolean resync, Set<Topic> topics) {}

    private static String json(Set<Topic> topics) {
        var json = new StringBuilder("{\"topics\":[");
        var separator = "";
        for (var topic : topics) {
            json.append(separator).append('"').append(topic).append('"');
            separator = ",";
        }
        return json.append("]}").toString();
    }

    void changed(Topic topic) {
        signal(() -> changed.add(topic));
    }

    void resync() {
        signal(() -> resync = true);
    }

    void close() {
        signal(() -> closed = true);
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    Watcher watcher() {
        return watcher;
    }

    Set<Topic> topics() {
        return topics;
    }
}
