package fr.guichet.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.platform.database.Transactions;
import fr.guichet.testing.CuttableLink;
import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.events.ApplicationModuleListener;

/** Instances share the work between them, and get over a database that goes away for a while. */
class SharedDeliveryTests {

    private static final int EVENTS = 400;

    private final String url = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));

    @Test
    void twoInstancesNeverCarryTheSameDeliveryAtOnce() {
        Shared.reset();
        try (var one = Instances.on(url, List.of(), Shared.class);
                var two = Instances.on(url, List.of(), Shared.class)) {
            one.getBean(Shared.class).publish(EVENTS / 2);
            two.getBean(Shared.class).publish(EVENTS / 2);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(waiting()).isZero());
        }
        assertThat(Shared.twice).hasValue(0);
        assertThat(Shared.by).hasSize(2);
        assertEachOnce();
    }

    @Test
    void aDatabaseThatWasAwayLosesNothing() throws Exception {
        Shared.reset();
        var database = URI.create(url.substring("jdbc:".length()));
        try (var link = new CuttableLink(database.getPort())) {
            var linked = url.replaceFirst(":" + database.getPort() + "/", ":" + link.port() + "/");
            try (var instance = Instances.on(
                    linked,
                    List.of(
                            "--db-scheduler.heartbeat-interval=500ms",
                            "--db-scheduler.missed-heartbeats-limit=4",
                            "--guichet.events.first-delay=100ms"),
                    Shared.class)) {
                instance.getBean(Shared.class).publish(EVENTS);
                await().until(() -> effects() > EVENTS / 10);

                link.cut();
                var before = effects();
                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> effects() <= before + 8);
                link.mend();

                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(waiting()).isZero());
            }
        }
        assertEachOnce();
    }

    private void assertEachOnce() {
        assertThat(effects()).isEqualTo(EVENTS);
        assertThat(count("select count(distinct event) from public.shared_effect"))
                .isEqualTo(EVENTS);
        assertThat(count("select count(*) from platform.event_dead_letter")).isZero();
    }

    private long effects() {
        return count("select count(*) from public.shared_effect");
    }

    private long waiting() {
        return count("select count(*) from platform.scheduled_tasks where task_name = 'event-delivery'");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Publishes and listens on each instance; what it counts is common to all of this JVM. */
    @TestComponent
    static class Shared {

        static final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
        static final Set<Object> by = ConcurrentHashMap.newKeySet();
        static final AtomicInteger twice = new AtomicInteger();

        private final JdbcClient jdbc;
        private final Transactions transactions;
        private final ApplicationEventPublisher events;

        Shared(JdbcClient jdbc, Transactions transactions, ApplicationEventPublisher events) {
            this.jdbc = jdbc;
            this.transactions = transactions;
            this.events = events;
            jdbc.sql("create table if not exists public.shared_effect (event uuid not null)")
                    .update();
        }

        static void reset() {
            underWay.clear();
            by.clear();
            twice.set(0);
        }

        void publish(int count) {
            for (int i = 0; i < count; i++) {
                transactions.call(() -> {
                    events.publishEvent(new ProbeEvent.Calm(UUID.randomUUID()));
                    return true;
                });
            }
        }

        @ApplicationModuleListener(id = "platform.shared")
        void on(ProbeEvent.Calm event) {
            by.add(this);
            if (!underWay.add(event.id())) {
                twice.incrementAndGet();
            }
            jdbc.sql("insert into public.shared_effect values (?)")
                    .param(event.id())
                    .update();
            LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 30))
                    .toNanos());
            underWay.remove(event.id());
        }
    }
}
