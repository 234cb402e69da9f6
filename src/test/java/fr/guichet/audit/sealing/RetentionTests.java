package fr.guichet.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.audit.AuditProperties;
import fr.guichet.audit.AuditTrail;
import fr.guichet.audit.SampleTrail;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.keys.Keys;
import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was kept long enough goes, and the rest can still be proven. */
class RetentionTests {

    private static final Duration FOUR_YEARS = Duration.ofDays(4 * 366);

    @TempDir
    private Path checkpoints;

    private ConfigurableApplicationContext instance;
    private SampleTrail trail;

    @BeforeEach
    void aTrail() throws InterruptedException {
        instance = Instances.on(
                TestDatabase.create(),
                List.of("--guichet.audit.checkpoints=" + checkpoints, "--guichet.audit.seal-every=1h"));
        trail = SampleTrail.undisturbed(instance);
        trail.addSealed(4, 9);
    }

    @AfterEach
    void end() {
        instance.close();
    }

    @Test
    void nothingGoesBeforeItsTime() throws Exception {
        retention(Duration.ofDays(2 * 365)).run();

        assertThat(trail.verify().proof().removed()).isZero();
    }

    @Test
    void whatIsOldGoesAndTheRestIsProven() throws Exception {
        var before = trail.verify().proof();

        retention(FOUR_YEARS).run();
        trail.seal();

        var said = trail.verify();
        assertThat(said.findings()).isEmpty();
        assertThat(said.proof().removed()).isEqualTo(before.batches() - 1);
        assertThat(said.proof().entries()).isLessThan(before.entries());
        assertThat(count("select count(*) from audit.entry where action = 'audit.old-entries-removed'"))
                .isEqualTo(before.batches() - 1);
        trail.addSealed(1, 5);
        assertThat(trail.verify().findings()).isEmpty();
    }

    @Test
    void anAnchorThatSomebodyMovesIsFound() throws Exception {
        retention(FOUR_YEARS).run();
        trail.addSealed(2, 5);
        var notes = trail.checkpoints().all();
        for (var sql : List.of(
                "update audit.anchor set number = number - 1",
                "update audit.anchor set last_seq = last_seq + 1",
                "update audit.anchor set hash = '\\x00'",
                "update audit.anchor set anchored_at = anchored_at - interval '1 second'",
                "delete from audit.anchor",
                "insert into audit.entry overriding system value select 1, id, at, actor_kind, actor_account, actor_name, action, subject, subject_id, customer_id, branch_id, outcome, reason, details, address, device, request_id, mark from audit.entry order by seq desc limit 1",
                "delete from audit.batch where number = (select min(number) from audit.batch)")) {
            try (var connection = trail.superuser();
                    var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
                assertThat(trail.verify(connection, notes, true).findings())
                        .as(sql)
                        .isNotEmpty();
                connection.rollback();
            }
        }
    }

    @Test
    void whatWasTamperedWithIsEvidenceAndStays() throws Exception {
        tamper("update audit.entry set device = 'x' where seq = (select min(seq) from audit.entry)");
        var before = count("select count(*) from audit.entry");

        retention(FOUR_YEARS).run();

        assertThat(count("select count(*) from audit.entry where device = 'x'")).isOne();
        // The first batch is empty and true: its removal is the one entry more.
        assertThat(count("select count(*) from audit.entry")).isEqualTo(before + 1);
        assertThat(trail.verify().findings()).isNotEmpty();
    }

    @Test
    void aDateThatWasSetBackMakesNothingGo() throws Exception {
        tamper("update audit.batch set sealed_at = sealed_at - interval '5 years'");
        var before = count("select count(*) from audit.entry");

        retention(Duration.ZERO).run();

        assertThat(count("select count(*) from audit.entry")).isEqualTo(before);
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = trail.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isPositive();
            connection.commit();
        }
    }

    /** The job as it runs when so much time has passed. */
    private Retention retention(Duration later) {
        var clock = Clock.offset(InstantSource.system().withZone(ZoneOffset.UTC), later);
        return new Retention(
                instance.getBean(JdbcClient.class),
                instance.getBean(Transactions.class),
                instance.getBean(Sealer.class),
                instance.getBean(AuditTrail.class),
                instance.getBean(Keys.class),
                clock,
                instance.getBean(AuditProperties.class));
    }

    private long count(String sql) {
        return instance.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }
}
