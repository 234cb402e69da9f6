package fr.guichet.audit.sealing;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to which number no further entry can appear. A transaction may take a number and commit after others that took later ones; what
 * is sealed over its head would be missing from the seal. So numbers are sealed once every transaction that had written to the trail
 * when they were given is over. Such a transaction is known by its lock on the table, which it takes before it takes a number and
 * keeps until its end; transactions that write elsewhere, however long, do not matter.
 */
final class Horizon {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private record Mark(long seq, Set<String> writers) {}

    private final JdbcClient jdbc;
    private @Nullable Mark pending;

    Horizon(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for a while until those who were writing are done. Whom it waited for in vain it waits for again the next time.
     *
     * @return the number; empty when somebody is still writing
     */
    synchronized Optional<Long> settled(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var mark = pending;
        if (mark == null) {
            // The number first: who takes one after that is of no interest.
            var seq = lastNumber();
            mark = new Mark(seq, writers());
            pending = mark;
        }
        while (!isOver(mark)) {
            if (System.nanoTime() > end) {
                return Optional.empty();
            }
            Thread.sleep(PAUSE);
        }
        pending = null;
        return Optional.of(mark.seq);
    }

    private boolean isOver(Mark mark) {
        if (mark.writers.isEmpty()) {
            return true;
        }
        var still = writers();
        return mark.writers.stream().noneMatch(still::contains);
    }

    private long lastNumber() {
        return jdbc.sql("select case when is_called then last_value else 0 end from audit.entry_seq_seq")
                .query(Long.class)
                .single();
    }

    private Set<String> writers() {
        return new HashSet<>(jdbc.sql("""
                        select virtualtransaction from pg_locks
                        where locktype = 'relation' and mode = 'RowExclusiveLock' and relation = 'audit.entry'::regclass
                            and database = (select oid from pg_database where datname = current_database())
                        """).query(String.class).list());
    }
}
