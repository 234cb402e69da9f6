package fr.guichet.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Instances are killed in the middle of their work, again and again: no event is lost, and no effect happens twice. */
class CrashTests {

    private static final int KILLS = 3;
    private static final int EVENTS_OF_EACH_PROCESS = 400;

    private final String url = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    private final List<Process> processes = new ArrayList<>();
    private int started;

    @BeforeEach
    void tables() {
        jdbc.sql("create table public.crash_published (id uuid primary key)").update();
        jdbc.sql("create table public.crash_effect (event uuid not null, listener text not null)")
                .update();
    }

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void killedInstancesLoseNothingAndRepeatNothing() throws Exception {
        var random = RandomGenerator.getDefault();
        var halfDone = 0L;
        processes.add(start());
        processes.add(start());
        for (int kill = 0; kill < KILLS; kill++) {
            var enough = effects() + random.nextInt(100, 400);
            await().atMost(Duration.ofMinutes(1)).until(() -> effects() >= enough);
            var victim = processes.remove(random.nextInt(2));
            victim.destroyForcibly().waitFor();
            halfDone += heldBy(victim.pid());
            processes.add(start());
        }
        assertThat(halfDone).as("deliveries that a kill interrupted").isPositive();

        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    assertThat(published()).isGreaterThan(2 * EVENTS_OF_EACH_PROCESS * 9L / 10);
                    assertThat(waiting()).isZero();
                });
        assertThat(effects()).isEqualTo(2 * published());
        assertThat(count("select count(*) from (select distinct event, listener from public.crash_effect)"))
                .isEqualTo(2 * published());
        assertThat(count("""
                        select count(*) from public.crash_effect
                        where event not in (select id from public.crash_published)
                        """)).as("effects of what was rolled back").isZero();
        assertThat(count("select count(*) from platform.event_dead_letter")).isZero();
    }

    private Process start() throws IOException {
        var log = Path.of("target", "crash-" + started++ + ".log").toFile();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashProbe.class.getName(),
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.datasource.hikari.minimum-idle=1",
                        "--db-scheduler.heartbeat-interval=500ms",
                        "--db-scheduler.missed-heartbeats-limit=4",
                        "--guichet.events.first-delay=100ms",
                        "--crash.publish=" + EVENTS_OF_EACH_PROCESS)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private long effects() {
        return count("select count(*) from public.crash_effect");
    }

    private long published() {
        return count("select count(*) from public.crash_published");
    }

    private long waiting() {
        return count("select count(*) from platform.scheduled_tasks where task_name = 'event-delivery'");
    }

    private long heldBy(long pid) {
        return count(
                "select count(*) from platform.scheduled_tasks where picked and picked_by like '%d-%%'".formatted(pid));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
