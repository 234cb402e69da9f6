package fr.guichet.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import fr.guichet.platform.keys.Keys;
import fr.guichet.testing.GuichetTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens taken by two instances, which two beans on one database are. */
@GuichetTest
class RateLimitsTests {

    private final RateLimit limit = new RateLimit("test", 10, Duration.ofHours(1), true);
    private final String whom = UUID.randomUUID().toString();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RateLimits here;

    private final DataSource database;
    private final RateLimits there;

    @Autowired
    RateLimitsTests(DataSource database, Keys keys) {
        this.database = database;
        there = new RateLimits(database, keys);
    }

    @Test
    void beyondTheLimitOneIsToldHowLongToWait() {
        for (var i = 0; i < 10; i++) {
            assertThat(here.take(limit, whom)).isEmpty();
        }
        assertThat(here.take(limit, whom))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6)));
        assertThat(there.take(limit, whom)).isPresent();
        assertThat(here.take(limit, "somebody else " + whom)).isEmpty();
    }

    @Test
    void whoWasRefusedIsRefusedWithoutTheDatabaseUntilItIsTime() {
        for (var i = 0; i < 11; i++) {
            here.take(limit, whom);
        }
        jdbc.sql("delete from platform.rate_limit where id like 'test:%'").update();
        assertThat(here.take(limit, whom)).isPresent();
        assertThat(there.take(limit, whom)).as("it would ask").isEmpty();

        var brief = new RateLimit("brief", 1, Duration.ofMillis(50), true);
        here.take(brief, whom);
        await().until(() -> here.take(brief, whom).isEmpty());
    }

    @Test
    void aCrowdThatIsCountedLeavesConnectionsToOthers() throws Exception {
        var pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var held = database.getConnection();
                var statement = held.createStatement()) {
            here.take(limit, whom);
            held.setAutoCommit(false);
            statement.execute("select 1 from platform.rate_limit for update");
            var crowd = IntStream.range(0, 40)
                    .mapToObj(_ -> threads.submit(() -> here.take(limit, whom)))
                    .toList();

            await().until(() -> pool.getActiveConnections() >= 5);
            assertThat(pool.getThreadsAwaitingConnection()).isZero();
            assertThat(pool.getActiveConnections()).isLessThan(10);
            held.rollback();
            for (var one : crowd) {
                one.get();
            }
        }
    }

    @Test
    void allInstancesTogetherLetThroughAsManyAsThereAre() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taking = IntStream.range(0, 48)
                    .<Callable<Boolean>>mapToObj(number -> () ->
                            (number % 2 == 0 ? here : there).take(limit, whom).isEmpty())
                    .toList();

            var through = threads.invokeAll(taking).stream()
                    .filter(taken -> taken.resultNow())
                    .count();

            assertThat(through).isEqualTo(10);
        }
    }

    @Test
    void oneThatIsSettledLaterHoldsOnEachInstanceAtOnce() {
        var loose = new RateLimit("loose", 50, Duration.ofHours(1), false);
        var through = IntStream.range(0, 80)
                .filter(_ -> here.take(loose, whom).isEmpty())
                .count();

        assertThat(through).isEqualTo(50);
    }

    @Test
    void manyWhoAskAtOnceForANewOneAreAllCounted() throws Exception {
        var loose = new RateLimit("loose", 50, Duration.ofHours(1), false);
        for (var round = 0; round < 10; round++) {
            var somebody = whom + round;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var taking = IntStream.range(0, 32)
                        .<Callable<Boolean>>mapToObj(
                                _ -> () -> here.take(loose, somebody).isEmpty())
                        .toList();

                assertThat(threads.invokeAll(taking)).allMatch(taken -> taken.resultNow());
            }
        }
    }

    @Test
    void aChangedSettingBeginsAnew() {
        for (var i = 0; i < 11; i++) {
            here.take(limit, whom);
        }
        assertThat(here.take(new RateLimit("test", 20, Duration.ofHours(1), true), whom))
                .isEmpty();
    }

    @Test
    void theTableTellsNobodysAddress() {
        here.take(limit, "192.0.2.77");

        assertThat(jdbc.sql("select id from platform.rate_limit")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(id -> id.contains("192.0.2.77"));
    }

    @Test
    void bucketsThatAreFullAgainAreForgotten() {
        var brief = new RateLimit("brief", 5, Duration.ofMillis(1), true);
        here.take(brief, whom);
        jdbc.sql("update platform.rate_limit set expires_at = 1 where id like 'brief:%'")
                .update();

        here.sweep();

        assertThat(jdbc.sql("select count(*) from platform.rate_limit where id like 'brief:%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
