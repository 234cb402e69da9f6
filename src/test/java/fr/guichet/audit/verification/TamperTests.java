package fr.guichet.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.audit.SampleTrail;
import fr.guichet.audit.sealing.Checkpoints.Found;
import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Nothing that somebody with all rights on the database does to the trail goes unseen; nothing that Guichet does is taken for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperTests {

    private static final long SEED = 20_261_120;
    private static final int RANDOM_ATTACKS = 150;

    @TempDir
    private static Path checkpoints;

    private ConfigurableApplicationContext instance;
    private SampleTrail trail;
    private List<Found> notes;
    private int entries;
    private int batches;

    @BeforeAll
    void aTrail() throws InterruptedException, IOException, SQLException {
        instance = Instances.on(
                TestDatabase.create(),
                List.of("--guichet.audit.checkpoints=" + checkpoints, "--guichet.audit.seal-every=1h"));
        trail = SampleTrail.undisturbed(instance);
        trail.addSealed(6, 40);
        trail.add(10); // the end, not sealed yet
        notes = trail.checkpoints().all();
        var proof = trail.verify().proof();
        entries = (int) (proof.entries() + proof.unsealed());
        batches = (int) proof.batches();
    }

    @AfterAll
    void end() {
        instance.close();
    }

    @Test
    void whatGuichetDidIsNoFinding() throws Exception {
        var said = trail.verify();

        assertThat(said.findings()).isEmpty();
        assertThat(said.proof().entries()).isGreaterThan(100);
        assertThat(said.proof().unsealed()).isPositive();
        assertThat(said.proof().checkpoint()).isEqualTo(said.proof().batches());
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfAttackIsFound() {
        return new Attacks(new Random(SEED), entries, batches)
                .all().stream().map(attack -> DynamicTest.dynamicTest(attack.name(), () -> isFound(attack)));
    }

    @Test
    void attacksAtRandomAreFound() throws SQLException {
        var attacks = new Attacks(new Random(SEED + 1), entries, batches);
        for (var i = 0; i < RANDOM_ATTACKS; i++) {
            isFound(attacks.any());
        }
    }

    @Test
    void itIsSaidWhere() throws SQLException {
        try (var connection = trail.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            var rows = statement.executeQuery("""
                    update audit.entry set action = 'audit.nothing'
                    where seq = (select first_seq + 5 from audit.batch where number = 3)
                        or seq = (select first_seq + 6 from audit.batch where number = 3)
                    returning seq, id""");
            assertThat(rows.next()).isTrue();
            var seq = rows.getLong("seq");
            var id = rows.getObject("id", java.util.UUID.class);

            var said = trail.verify(connection, notes, false);

            assertThat(said.findings())
                    .contains(new Finding(3L, seq, id, "It was changed after it was sealed."))
                    .allSatisfy(finding -> assertThat(finding.batch()).isEqualTo(3));
            connection.rollback();
        }
    }

    @Test
    void withThePublicKeyAloneOnlyTheUnsealedEndIsLeftOpen() throws SQLException {
        try (var connection = trail.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.executeUpdate(
                    "update audit.entry set action = 'audit.nothing' where seq = (select max(seq) from audit.entry)");

            assertThat(trail.verify(connection, notes, true).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.batch()).isNull());
            var said = trail.verify(connection, notes, false);
            assertThat(said.findings()).isEmpty();
            assertThat(said.proof().unsealedChecked()).isFalse();
            connection.rollback();
        }
    }

    @Test
    void ordinaryStatementsAreRefusedBefore() throws SQLException {
        for (var sql : List.of(
                "update audit.entry set reason = null",
                "delete from audit.entry",
                "truncate audit.entry",
                "update audit.batch set number = 1",
                "delete from audit.batch")) {
            try (var connection = trail.superuser();
                    var statement = connection.createStatement()) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> statement.execute(sql)))
                        .hasMessageContaining("only ever added to");
                connection.rollback();
            }
        }
    }

    private void isFound(Attacks.Attack attack) throws SQLException {
        try (var connection = trail.superuser()) {
            attack.run(connection);
            assertThat(trail.verify(connection, notes, true).findings())
                    .as("%s %s", attack.name(), attack.statements())
                    .isNotEmpty();
            connection.rollback();
        }
    }
}
