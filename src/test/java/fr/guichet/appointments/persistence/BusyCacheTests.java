package fr.guichet.appointments.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.AppointmentsTest;
import fr.guichet.appointments.domain.BusyTimes;
import fr.guichet.appointments.domain.Minutes;
import fr.guichet.appointments.domain.Ranges;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept in memory is what the database would answer, whatever transactions are open when it is read. */
@AppointmentsTest
class BusyCacheTests {

    private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant LATER = MONDAY.plus(14, ChronoUnit.DAYS);

    private final BusyCache cache;
    private final BusyStore store;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private BranchId branch = BranchId.next();
    private AdviserId adviser = AdviserId.next();

    BusyCacheTests(
            BusyCache cache,
            BusyStore store,
            DataSource database,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.cache = cache;
        this.store = store;
        this.database = database;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void anEmptyBranch() {
        branch = BranchId.next();
        adviser = AdviserId.next();
    }

    @Test
    void whatIsNotAskedForAgainIsNotRead() {
        transactions.executeWithoutResult(transaction -> visit(9));
        assertThat(cached()).hasSize(1);
        var reads = store.read(branch, day(MONDAY), day(LATER), NOW).getFirst().since();

        jdbc.sql("alter table appointments.appointment disable trigger appointment_changed_in")
                .update();
        visit(10);
        jdbc.sql("alter table appointments.appointment enable trigger appointment_changed_in")
                .update();

        assertThat(store.changed(branch, reads)).isFalse();
        assertThat(cached())
                .as("a change that left no trace is not noticed, so memory answered")
                .hasSize(1);
    }

    @Test
    void aTransactionThatWasOpenIsSeenWhenItCommits() throws SQLException {
        assertThat(cached()).isEmpty();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            visit(connection, 9);
            assertThat(cached()).isEmpty();

            connection.commit();
        }
        assertThat(cached()).hasSize(1);
    }

    @Test
    void aTransactionThatBeganLongAgoIsSeenWhenItCommits() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select pg_current_xact_id()");
            IntStream.range(10, 14).forEach(this::visit);
            assertThat(cached()).hasSize(4);

            visit(connection, 9);
            connection.commit();
        }
        assertThat(cached()).hasSize(5);
    }

    @Test
    void aPartOfATransactionIsSeenToo() throws SQLException {
        assertThat(cached()).isEmpty();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "savepoint before");
            visit(connection, 9);
            execute(connection, "rollback to before");
            execute(connection, "savepoint again");
            visit(connection, 11);
            execute(connection, "release again");
            assertThat(cached()).isEmpty();
            connection.commit();
        }
        assertThat(cached()).hasSize(1);
    }

    @Test
    void whatIsRolledBackWasSeenByItsOwnTransactionOnly() {
        transactions.executeWithoutResult(transaction -> {
            visit(9);
            assertThat(cached()).hasSize(1);
            transaction.setRollbackOnly();
        });

        assertThat(cached()).isEmpty();
    }

    @Test
    void cancellingFreesTheTime() {
        visit(9);
        assertThat(cached()).hasSize(1);

        jdbc.sql("update appointments.appointment set status = 'CANCELLED' where branch_id = :branch")
                .param("branch", branch.value())
                .update();

        assertThat(cached()).isEmpty();
    }

    @Test
    void itTellsHowWellItServes() {
        var meters = new SimpleMeterRegistry();
        cache.bindTo(meters);
        var gets =
                meters.get("cache.gets").tag("cache", "appointments.calendars").tag("result", "hit");
        var before = gets.functionCounter().count();

        cached();
        cached();

        assertThat(gets.functionCounter().count()).isGreaterThan(before);
    }

    @Test
    void otherBranchesAreNotRead() {
        visit(9);
        assertThat(cached()).hasSize(1);
        var since = store.read(branch, day(MONDAY), day(LATER), NOW).getFirst().since();

        insert(BranchId.next(), AdviserId.next(), 9);

        assertThat(store.changed(branch, since)).isFalse();
    }

    @Test
    void numbersFromAnotherLifeOfTheDatabaseMeanNothing() {
        visit(9);
        jdbc.sql("alter table appointments.appointment disable trigger appointment_changed_in")
                .update();
        jdbc.sql("update appointments.appointment set changed_in = '4611686018427387904' where branch_id = :branch")
                .param("branch", branch.value())
                .update();
        jdbc.sql("alter table appointments.appointment enable trigger appointment_changed_in")
                .update();
        var since = store.read(branch, day(MONDAY), day(LATER), NOW).getFirst().since();

        assertThat(store.changed(branch, since)).isFalse();
    }

    /**
     * Writers add visits and shorten them, each in a way that no calendar was before, in transactions of one to three steps, a part of
     * which are rolled back. Readers compare: when the database says the same before and after, memory must have said it, too.
     */
    @Test
    void memoryIsNeverBehindWhatWasCommitted() throws Exception {
        var advisers =
                IntStream.range(0, 4).mapToObj(number -> AdviserId.next()).toList();
        var compared = new AtomicInteger();
        var work = new ArrayList<Callable<Void>>();
        for (var each : advisers) {
            work.add(() -> write(each, new Random(each.hashCode())));
        }
        for (int reader = 0; reader < 3; reader++) {
            work.add(() -> compare(advisers, compared));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(compared).hasValueGreaterThan(100);
        assertThat(Ranges.of(cachedTimes(), advisers)).isEqualTo(committed(advisers));
    }

    private Void write(AdviserId each, Random random) throws SQLException {
        for (int hour = 0; hour < 120; hour++) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                insert(connection, branch, each, hour);
                for (int step = random.nextInt(3); step > 0; step--) {
                    execute(connection, """
                            update appointments.appointment
                            set blocked = tstzrange(lower(blocked), upper(blocked) - interval '1 minute')
                            where adviser_id = '%s' and upper(blocked) - interval '1 minute' >= ends""".formatted(each.value()));
                }
                if (random.nextInt(4) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return null;
    }

    private Void compare(List<AdviserId> advisers, AtomicInteger compared) {
        for (int i = 0; i < 300; i++) {
            var before = committed(advisers);
            var memory = Ranges.of(cachedTimes(), advisers);
            if (before.equals(committed(advisers))) {
                assertThat(memory).isEqualTo(before);
                compared.incrementAndGet();
            }
        }
        return null;
    }

    private Set<String> committed(List<AdviserId> advisers) {
        var days = store.read(branch, day(MONDAY), day(LATER), NOW);
        return Ranges.of(
                new BusyTimes(day(MONDAY), days.stream().map(BusyDay::ranges).toList()), advisers);
    }

    private Set<String> cached() {
        return Ranges.of(cachedTimes(), List.of(adviser));
    }

    private BusyTimes cachedTimes() {
        return cache.of(branch, Minutes.floor(MONDAY), Minutes.floor(LATER), NOW);
    }

    private static int day(Instant instant) {
        return BusyTimes.dayOf(Minutes.floor(instant));
    }

    private void visit(int hour) {
        insert(branch, adviser, hour);
    }

    private void visit(Connection connection, int hour) throws SQLException {
        insert(connection, branch, adviser, hour);
    }

    private void insert(BranchId where, AdviserId whom, int hour) {
        jdbc.sql(visitSql(where, whom, hour)).update();
    }

    private static void insert(Connection connection, BranchId where, AdviserId whom, int hour) throws SQLException {
        execute(connection, visitSql(where, whom, hour));
    }

    private static String visitSql(BranchId where, AdviserId whom, int hour) {
        var start = MONDAY.plus(hour, ChronoUnit.HOURS);
        return """
                insert into appointments.appointment
                    (id, branch_id, adviser_id, customer_id, reason_id, status, starts, ends, blocked, changed_at)
                values ('%s', '%s', '%s', '%s', '%s', 'BOOKED', '%s', '%s', '[%s, %s)', now())
                """.formatted(
                        UUID.randomUUID(),
                        where.value(),
                        whom.value(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        start,
                        start.plus(20, ChronoUnit.MINUTES),
                        start,
                        start.plus(60, ChronoUnit.MINUTES));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
