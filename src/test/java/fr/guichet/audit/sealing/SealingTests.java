package fr.guichet.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.audit.AuditTrail;
import fr.guichet.audit.SampleTrail;
import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every entry is sealed once, whoever seals, whoever is slow, whoever dies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealingTests {

    @TempDir
    private static Path checkpoints;

    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;
    private SampleTrail trail;

    @BeforeAll
    void twoInstances() throws InterruptedException {
        var url = TestDatabase.create();
        var options = List.of("--guichet.audit.checkpoints=" + checkpoints, "--guichet.audit.seal-every=1h");
        first = Instances.on(url, options);
        second = Instances.on(url, options);
        trail = SampleTrail.undisturbed(first);
    }

    @AfterAll
    void end() {
        first.close();
        second.close();
    }

    @Test
    void noEntryIsLeftOutAndNoneIsSealedTwice() throws Exception {
        var committed = new AtomicInteger();
        var before = count("select count(*) from audit.entry");
        try (var pool = Executors.newFixedThreadPool(10)) {
            var writers = new ArrayList<Future<?>>();
            for (var i = 0; i < 8; i++) {
                var random = new Random(i);
                writers.add(pool.submit(() -> write(random, committed)));
            }
            var sealing = List.of(
                    pool.submit(() -> sealUntil(first, writers)), pool.submit(() -> sealUntil(second, writers)));
            for (var writer : writers) {
                writer.get(2, TimeUnit.MINUTES);
            }
            for (var sealer : sealing) {
                sealer.get(2, TimeUnit.MINUTES);
            }
        }
        trail.seal();

        var said = trail.verify();
        assertThat(said.findings()).isEmpty();
        assertThat(said.proof().unsealed()).isZero();
        assertThat(said.proof().entries()).isEqualTo(before + committed.get());
        assertThat(sealedNumbers()).doesNotHaveDuplicates().hasSize((int)
                said.proof().entries());
        assertThat(said.proof().batches()).isGreaterThan(5);
    }

    /** Transactions of all lengths; some take their number early and commit late, some never. */
    private void write(Random random, AtomicInteger committed) {
        var audit = first.getBean(AuditTrail.class);
        for (var i = 0; i < 60; i++) {
            var pause = random.nextInt(10) == 0 ? 150 : random.nextInt(6);
            var undo = random.nextInt(5) == 0;
            first.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                audit.record(SampleTrail.entry());
                pause(pause);
                audit.recordAll(List.of(SampleTrail.entry(), SampleTrail.entry()));
                if (undo) {
                    status.setRollbackOnly();
                }
            });
            if (!undo) {
                committed.addAndGet(3);
            }
        }
    }

    private static void sealUntil(ConfigurableApplicationContext instance, List<Future<?>> writers) {
        try {
            while (!writers.stream().allMatch(Future::isDone)) {
                instance.getBean(Sealer.class).seal(SampleTrail.PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoIsStillWritingIsWaitedForAndNobodyElseIs() throws Exception {
        trail.seal();
        var written = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2);
                var stranger = trail.superuser()) {
            // A long transaction that has nothing to do with the trail.
            stranger.createStatement().execute("select pg_current_xact_id()");
            var slow =
                    pool.submit(() -> first.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                        first.getBean(AuditTrail.class).record(SampleTrail.entry());
                        written.countDown();
                        await(enough);
                    }));
            await(written);
            trail.add(3);

            assertThat(first.getBean(Sealer.class).seal(java.time.Duration.ofMillis(50)))
                    .as("one that took an earlier number may still commit")
                    .isZero();
            enough.countDown();
            slow.get(1, TimeUnit.MINUTES);
            assertThat(trail.seal()).isPositive();
            trail.seal();

            var said = trail.verify();
            assertThat(said.findings()).isEmpty();
            assertThat(said.proof().unsealed()).isZero();
            stranger.rollback();
        }
    }

    @Test
    void aDeathBetweenTheSealAndItsNoteIsMadeGood() throws Exception {
        trail.addSealed(1, 3);
        var head = checkpoints.resolve("head-" + name() + ".json");
        var old = Files.readString(head);
        trail.addSealed(1, 3);
        Files.writeString(head, old); // as if the instance had died before it wrote the newest

        assertThat(trail.verify().findings()).isEmpty();
        trail.seal();

        var said = trail.verify();
        assertThat(said.findings()).isEmpty();
        assertThat(said.proof().checkpoint()).isEqualTo(count("select max(number) from audit.batch"));
    }

    @Test
    void aChangeBeforeSealingIsSealedAsEvidence() throws Exception {
        var url = TestDatabase.create();
        try (var instance = Instances.on(
                url, List.of("--guichet.audit.checkpoints=" + checkpoints, "--guichet.audit.seal-every=1h"))) {
            var other = SampleTrail.undisturbed(instance);
            other.add(5);
            try (var connection = other.superuser();
                    var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                statement.executeUpdate(
                        "update audit.entry set customer_id = null where seq = (select min(seq) from audit.entry)");
                connection.commit();
            }
            other.seal();

            assertThat(other.verify().findings()).singleElement().satisfies(finding -> assertThat(finding.what())
                    .contains("changed before it was sealed"));
        }
    }

    @Test
    void anEndThatWasCutOffStaysAFindingWhenSealingGoesOn() throws Exception {
        var url = TestDatabase.create();
        try (var instance = Instances.on(
                url, List.of("--guichet.audit.checkpoints=" + checkpoints, "--guichet.audit.seal-every=1h"))) {
            var other = SampleTrail.undisturbed(instance);
            other.addSealed(3, 5);
            try (var connection = other.superuser();
                    var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                statement.executeUpdate(
                        "delete from audit.entry where seq >= (select max(first_seq) from audit.batch)");
                statement.executeUpdate("delete from audit.batch where number = (select max(number) from audit.batch)");
                connection.commit();
            }
            other.addSealed(3, 5);

            assertThat(other.verify().findings()).isNotEmpty();
        }
    }

    @Test
    void nothingIsRecordedOutsideATransaction() {
        assertThatThrownBy(() -> first.getBean(AuditTrail.class).record(SampleTrail.entry()))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<Long> sealedNumbers() {
        return first
                .getBean(JdbcClient.class)
                .sql("select " + Batch.COLUMNS + " from audit.batch")
                .query(Sealer::batch)
                .list()
                .stream()
                .flatMap(batch -> Manifest.of(batch.manifest()).lines().stream())
                .map(Manifest.Line::seq)
                .toList();
    }

    private String name() {
        return first.getBean(JdbcClient.class)
                .sql("select id::text from audit.trail")
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return first.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    /** A writer that takes its time; nothing waits for this. */
    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
