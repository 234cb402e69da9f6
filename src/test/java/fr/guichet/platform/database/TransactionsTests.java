package fr.guichet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that PostgreSQL gave up for the sake of somebody else is done again; other failures are not. */
class TransactionsTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestDatabase.empty(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Transactions transactions =
            new Transactions(new TransactionTemplate(new DataSourceTransactionManager(database)));

    @BeforeEach
    void twoRows() {
        jdbc.sql("CREATE TABLE counter (id int PRIMARY KEY, value int NOT NULL)")
                .update();
        jdbc.sql("INSERT INTO counter VALUES (1, 0), (2, 0)").update();
    }

    @Test
    void aDeadlockIsRepeated() {
        var attempts = new AtomicInteger();
        var meeting = new CyclicBarrier(2);
        var one = CompletableFuture.runAsync(() -> incrementInOrder(1, 2, meeting, attempts));
        var other = CompletableFuture.runAsync(() -> incrementInOrder(2, 1, meeting, attempts));
        assertThat(CompletableFuture.allOf(one, other)).succeedsWithin(LIMIT);
        assertThat(attempts).hasValue(3);
        assertThat(value(1)).isEqualTo(2);
        assertThat(value(2)).isEqualTo(2);
    }

    @Test
    void aSerializationFailureIsRepeated() {
        var attempts = new AtomicInteger();
        transactions.call(() -> {
            jdbc.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update();
            var seen = value(1);
            if (attempts.incrementAndGet() == 1) {
                CompletableFuture.runAsync(
                                () -> transactions.call(() -> jdbc.sql("UPDATE counter SET value = 10 WHERE id = 1")
                                        .update()))
                        .join();
            }
            return jdbc.sql("UPDATE counter SET value = ? WHERE id = 1")
                    .param(seen + 1)
                    .update();
        });
        assertThat(attempts).hasValue(2);
        assertThat(value(1)).isEqualTo(11);
    }

    @Test
    void onlyTheOutermostCallRepeats() {
        var outer = new AtomicInteger();
        var inner = new AtomicInteger();
        transactions.call(() -> {
            outer.incrementAndGet();
            return transactions.call(() -> inner.incrementAndGet() == 1 ? raise("40001") : 0);
        });
        assertThat(outer).hasValue(2);
        assertThat(inner).hasValue(2);
    }

    @Test
    void itGivesUpInTheEnd() {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> transactions.call(() -> {
                    attempts.incrementAndGet();
                    return raise("40P01");
                }))
                .hasStackTraceContaining("raised 40P01");
        assertThat(attempts).hasValue(6);
    }

    @Test
    void otherFailuresAreNotRepeatedAndUndoTheirWork() {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> transactions.call(() -> {
                    attempts.incrementAndGet();
                    jdbc.sql("UPDATE counter SET value = 5 WHERE id = 1").update();
                    throw new IllegalArgumentException("ours");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ours");
        assertThat(attempts).hasValue(1);
        assertThat(value(1)).isZero();
    }

    private void incrementInOrder(int first, int second, CyclicBarrier meeting, AtomicInteger attempts) {
        var mine = new AtomicInteger();
        transactions.call(() -> {
            attempts.incrementAndGet();
            increment(first);
            if (mine.incrementAndGet() == 1) {
                meet(meeting);
            }
            return increment(second);
        });
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int increment(int id) {
        return jdbc.sql("UPDATE counter SET value = value + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    private int value(int id) {
        return jdbc.sql("SELECT value FROM counter WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private int raise(String state) {
        return jdbc.sql("DO $$ BEGIN RAISE EXCEPTION 'raised %s' USING ERRCODE = '%s'; END $$".formatted(state, state))
                .update();
    }
}
