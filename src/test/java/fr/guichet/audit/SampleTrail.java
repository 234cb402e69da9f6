package fr.guichet.audit;

import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.Mac;
import fr.guichet.audit.sealing.Checkpoints;
import fr.guichet.audit.sealing.Sealer;
import fr.guichet.audit.verification.Finding;
import fr.guichet.audit.verification.Proof;
import fr.guichet.audit.verification.TrailVerification;
import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.CustomerId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds entries to the trail of an instance, seals them, and looks at the trail as its owner or as somebody who rules the database. */
public final class SampleTrail {

    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ApplicationContext instance;

    public SampleTrail(ApplicationContext instance) {
        this.instance = instance;
    }

    /** Of an instance whose jobs run once at its start and then not for an hour: waits for that, so that nobody else seals. */
    public static SampleTrail undisturbed(ApplicationContext instance) throws InterruptedException {
        await().atMost(PATIENCE).until(() -> instance.getBean(JdbcClient.class)
                .sql(
                        "select count(last_success) = 2 from platform.scheduled_tasks where task_name in ('audit-seal', 'audit-retention')")
                .query(Boolean.class)
                .single());
        var trail = new SampleTrail(instance);
        trail.seal();
        return trail;
    }

    /** What a verification said. */
    public record Said(Proof proof, List<Finding> findings) {

        @Override
        public String toString() {
            return findings.stream().map(Finding::line).toList() + " " + proof;
        }
    }

    /** Some entries, each in a transaction of its own; every third is rolled back and leaves a gap. */
    public void add(int count) {
        for (var i = 0; i < count; i++) {
            var undo = i % 3 == 0;
            instance.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                instance.getBean(AuditTrail.class).record(entry());
                if (undo) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    public static AuditEntry entry() {
        return AuditEntry.of(
                new CustomerActor(AccountId.next(), CustomerId.next()),
                OwnAction.ENTRIES_READ,
                AuditSubject.AUDIT_TRAIL,
                null);
    }

    /** Batches of some entries each. */
    public void addSealed(int batches, int entries) throws InterruptedException {
        for (var i = 0; i < batches; i++) {
            add(entries);
            seal();
        }
    }

    public int seal() throws InterruptedException {
        return instance.getBean(Sealer.class).seal(PATIENCE);
    }

    public Checkpoints checkpoints() {
        return new Checkpoints(instance.getBean(AuditProperties.class).checkpoints());
    }

    /** As the owner of the database, in one transaction that sees one state. */
    public Connection superuser() throws SQLException {
        var settings = instance.getEnvironment();
        var connection = DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getRequiredProperty("spring.datasource.password"));
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    public Said verify() throws SQLException, IOException {
        var notes = checkpoints().all();
        try (var connection = superuser()) {
            return verify(connection, notes, true);
        }
    }

    /** Verifies what the connection sees. */
    public Said verify(Connection connection, List<Checkpoints.Found> notes, boolean withSecret) throws SQLException {
        var keys = instance.getBean(Keys.class);
        @Nullable Mac secret = withSecret ? keys.auditEntries() : null;
        var findings = new ArrayList<Finding>();
        var proof = new TrailVerification(keys.auditVerifier(), secret, notes, findings::add).run(connection);
        return new Said(proof, findings);
    }
}
