package fr.guichet.platform.database;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Whether the database is known to be away: told by {@link DatabaseWatch}, asked by all who would wait for it. */
final class DatabaseState {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition back = lock.newCondition();
    private volatile boolean away;

    boolean isAway() {
        return away;
    }

    void set(boolean away) {
        lock.lock();
        try {
            this.away = away;
            back.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns at once unless the database is away, then as soon as it is back, or when the limit is over. */
    void awaitBack(Duration limit) throws InterruptedException {
        var left = limit.toNanos();
        lock.lock();
        try {
            while (away && left > 0) {
                left = back.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
