package fr.guichet.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import fr.guichet.shared.AccountId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events reach each of their listeners once, and what cannot be handled ends where an operator finds it. */
@SpringBootTest(
        properties = {
            "guichet.events.attempts=3",
            "guichet.events.first-delay=20ms",
            "db-scheduler.polling-interval=50ms",
            "db-scheduler.heartbeat-interval=100ms",
            "db-scheduler.missed-heartbeats-limit=4"
        })
@Import(Probe.class)
class EventDeliveryTests {

    @Autowired
    private Probe probe;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private EventHealth health;

    @Autowired
    private SchedulerClient scheduler;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EventJson json;

    @Autowired
    private MeterRegistry metrics;

    @BeforeEach
    void forgetWhatWas() {
        Probe.attempts.set(0);
        Probe.mostAtOnce.set(0);
        jdbc.sql("delete from platform.event_dead_letter").update();
    }

    @Test
    void reachesEveryListenerOnceThoseOfAWholeFamilyIncluded() {
        var moody = probe.publish("well");
        var calm = probe.publishCalm();

        await().untilAsserted(() -> {
            assertThat(probe.effects(moody)).containsExactly(Probe.ALL, Probe.MOODY);
            assertThat(probe.effects(calm)).containsExactly(Probe.ALL);
            assertThat(waiting(moody)).isZero();
        });
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        var id = UUID.randomUUID();

        assertThatThrownBy(() -> probe.publishAndFail(id)).isInstanceOf(IllegalArgumentException.class);

        assertThat(waiting(id)).isZero();
        var later = probe.publishCalm();
        await().untilAsserted(() -> assertThat(probe.effects(later)).isNotEmpty());
        assertThat(probe.effects(id)).isEmpty();
    }

    @Test
    void refusesToPublishOutsideATransaction() {
        assertThatThrownBy(probe::publishOutsideTransaction)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a transaction");
    }

    @Test
    void undoesAFailedAttemptAndTriesAgain() {
        var id = probe.publish("fails once");

        await().untilAsserted(() -> assertThat(probe.effects(id)).containsExactly(Probe.ALL, Probe.MOODY));
        assertThat(Probe.attempts).hasValue(2);
    }

    @Test
    void buriesWhatAlwaysFailsWithoutPersonalDataAndLetsItBeReplayed() {
        var id = probe.publish("fails");

        await().untilAsserted(() -> assertThat(deadLetters.count()).isEqualTo(1));
        var letter = deadLetters.list(null, null, 10).getFirst();
        assertThat(letter.listener()).isEqualTo(Probe.MOODY);
        assertThat(letter.type()).isEqualTo("platform.Moody");
        assertThat(letter.payload()).contains(id.toString());
        assertThat(letter.attempts()).isEqualTo(3).isEqualTo(Probe.attempts.get());
        assertThat(letter.failure()).isEqualTo(IllegalStateException.class.getName());
        assertThat(letter.message()).startsWith("no mail for").doesNotContain("marie", "example", "612345678");
        assertThat(letter.firstFailed()).isBefore(letter.lastFailed());
        assertThat(probe.effects(id)).containsExactly(Probe.ALL);
        assertThat(health.health()).extracting(Health::getStatus).hasToString("DEGRADED");
        assertThat(metrics.get("guichet.events.dead.letters").gauge().value()).isEqualTo(1);

        var operator = AccountId.next();
        assertThat(deadLetters.replay(letter.id(), operator)).isPresent();
        assertThat(deadLetters.replay(letter.id(), operator)).as("asking twice").isPresent();

        await().untilAsserted(
                        () -> assertThat(deadLetters.find(letter.id())).get().satisfies(back -> {
                            assertThat(back.attempts()).isEqualTo(6).isEqualTo(Probe.attempts.get());
                            assertThat(back.replayed()).isNull();
                        }));

        jdbc.sql("update platform.event_dead_letter set payload = replace(payload, 'fails', 'well')")
                .update();
        deadLetters.replay(letter.id(), operator);

        await().untilAsserted(() -> {
            assertThat(probe.effects(id)).containsExactly(Probe.ALL, Probe.MOODY);
            assertThat(deadLetters.find(letter.id())).isEmpty();
        });
        assertThat(deadLetters.replay(letter.id(), operator)).isEmpty();
    }

    @Test
    void neverDropsWhatItDoesNotKnow() {
        var now = Instant.EPOCH;
        var renamedListener =
                new Delivery(UUID.randomUUID(), "platform.Calm", "platform.gone", "{}", now, null, null, false);
        var renamedEvent = new Delivery(UUID.randomUUID(), "platform.Gone", Probe.ALL, "{}", now, null, null, false);
        var unreadable =
                new Delivery(UUID.randomUUID(), "platform.Calm", Probe.ALL, "{\"id\":", now, null, null, false);

        scheduler.scheduleBatch(List.of(renamedListener.row(json), renamedEvent.row(json), unreadable.row(json)), now);

        await().untilAsserted(() -> assertThat(deadLetters.list(null, null, 10))
                .extracting(DeadLetter::listener, DeadLetter::type, DeadLetter::payload)
                .containsExactlyInAnyOrder(
                        tuple("platform.gone", "platform.Calm", "{}"),
                        tuple(Probe.ALL, "platform.Gone", "{}"),
                        tuple(Probe.ALL, "platform.Calm", "{\"id\":")));
    }

    @Test
    void keepsADeliveryThatCannotEvenBeReadItself() {
        var event = UUID.randomUUID();
        scheduler.scheduleBatch(
                List.of(new TaskInstance<>(Delivery.TASK, event + "/" + Probe.ALL, new byte[] {'?'})), Instant.EPOCH);

        await().untilAsserted(() -> assertThat(deadLetters.list(null, null, 10))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.event()).isEqualTo(event);
                    assertThat(letter.listener()).isEqualTo(Probe.ALL);
                    assertThat(letter.payload()).isEqualTo("?");
                }));
    }

    @Test
    void keepsASlowListenerAliveByItsHeartbeat() {
        Probe.gate = new CountDownLatch(1);
        var id = probe.publish("slow");
        await().until(() -> Probe.running.get() == 1);

        // four missed heartbeats of 100 ms would make it dead
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).until(() -> Probe.attempts.get() == 1);
        Probe.gate.countDown();

        await().untilAsserted(() -> assertThat(waiting(id)).isZero());
        assertThat(probe.effects(id)).containsExactly(Probe.ALL, Probe.MOODY);
        assertThat(Probe.mostAtOnce).hasValue(1);
    }

    @Test
    void undoesTheWorkOfAnAttemptThatWasTakenOver() {
        Probe.gate = new CountDownLatch(1);
        var id = probe.publish("slow");
        await().until(() -> Probe.running.get() == 1);

        // another instance believes this one dead, and does the work itself
        jdbc.sql(
                        "update platform.scheduled_tasks set version = version + 1, picked = false where convert_from(task_data, 'UTF8') like ?")
                .param("%" + id + "%")
                .update();
        await().until(() -> Probe.running.get() == 2);
        Probe.gate.countDown();

        await().untilAsserted(() -> assertThat(waiting(id)).isZero());
        await().untilAsserted(() -> assertThat(Probe.running).hasValue(0));
        assertThat(probe.effects(id)).containsExactly(Probe.ALL, Probe.MOODY);
    }

    private long waiting(UUID id) {
        return jdbc.sql("select count(*) from platform.scheduled_tasks where convert_from(task_data, 'UTF8') like ?")
                .param("%" + id + "%")
                .query(Long.class)
                .single();
    }
}
