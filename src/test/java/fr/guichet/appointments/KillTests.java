package fr.guichet.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.audit.sealing.Checkpoints;
import fr.guichet.audit.verification.Finding;
import fr.guichet.audit.verification.TrailVerification;
import fr.guichet.platform.keys.KeyDirectory;
import fr.guichet.platform.keys.Keys;
import fr.guichet.testing.OwnProcess;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One of two instances is killed while customers book, move and cancel over both: nothing is half done, lost or done twice. */
class KillTests {

    private static final Path MAILBOXES = Path.of("target", "kill-mailboxes");

    private static final int CUSTOMERS = 8;
    private static final int ACTS = 150;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final String url = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    private final List<OwnProcess> processes = new ArrayList<>();
    private final List<Visitor> visitors = new ArrayList<>();
    private final AtomicInteger acts = new AtomicInteger();

    @BeforeEach
    void twoInstances() {
        jdbc.sql("create table public.kill_town (branch uuid not null, reason uuid not null)")
                .update();
        jdbc.sql("""
                        create table public.kill_effect (
                            listener text not null, what text not null, visit uuid not null, starts timestamptz not null)
                        """).update();
        processes.add(start(0, CUSTOMERS + 1));
        processes.add(start(1, 0));
    }

    @AfterEach
    void endProcesses() {
        visitors.forEach(Visitor::close);
        processes.forEach(OwnProcess::close);
    }

    @Test
    void killedInTheMiddleOfEverything() throws Exception {
        var ports = processes.stream().map(OwnProcess::port).toList();
        await().atMost(LIMIT).until(() -> count("select count(*) from public.kill_town") == 1);
        var slot = jdbc.sql("select branch, reason from public.kill_town")
                .query((row, number) ->
                        "\"branchId\": \"%s\", \"reasonId\": \"%s\"".formatted(row.getString(1), row.getString(2)))
                .single();
        var shoppers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new Shopper(signedIn(i, ports), slot, i, acts))
                .toList();
        var slowcoach = signedIn(CUSTOMERS, ports);
        var victim = new Random().nextInt(2);
        var quiet = "{%s, \"start\": \"%s\"}".formatted(slot, Town.at("2026-11-27T09:00"));

        try (var threads = Executors.newFixedThreadPool(CUSTOMERS)) {
            var shopping = shoppers.stream()
                    .map(shopper -> CompletableFuture.runAsync(shopper::shop, threads))
                    .toList();
            awaitActs(ACTS);
            for (var i = 0; i < 3; i++) {
                // One hold takes the place of another, so this leaves the last.
                assertThat(slowcoach.get(victim).post("/api/holds", quiet).statusCode())
                        .isEqualTo(201);
            }
            processes.get(victim).kill();
            shoppers.forEach(shopper -> shopper.isDead(victim));
            awaitActs(acts.get() + ACTS);
            shoppers.forEach(Shopper::goHome);
            shopping.forEach(CompletableFuture::join);
        }

        assertThat(shoppers.stream().flatMap(shopper -> shopper.unexpected().stream()))
                .as("neither granted nor refused")
                .isEmpty();
        nothingIsHalfDone();
        everybodyHasWhatHeWasTold(shoppers);
        aHoldOfTheDeadInstanceEnds(slowcoach.get(1 - victim), quiet);
        everyEventHadItsEffectOnce();
        everyActIsInTheAuditTrailOnce();
        theAuditTrailIsSealedAndIntact();
    }

    private void everyActIsInTheAuditTrailOnce() {
        assertThat(count("select count(*) from audit.entry where action = 'appointments.booked'"))
                .isEqualTo(count("select count(*) from appointments.appointment_change where what = 'BOOKED'"));
        assertThat(
                        count(
                                "select count(*) from audit.entry where action in ('appointments.moved', 'appointments.offer-accepted')"))
                .isEqualTo(count("select count(*) from appointments.appointment_change where what = 'MOVED'"));
        assertThat(count("select count(*) from audit.entry where action = 'appointments.cancelled'"))
                .isEqualTo(count("select count(*) from appointments.appointment_change where what = 'CANCELLED'"));
    }

    /** Whoever of the two was sealing, and wherever it was killed. */
    private void theAuditTrailIsSealedAndIntact() throws Exception {
        var keys = new Keys(new KeyDirectory(Path.of("target", "test-keys")));
        await().atMost(LIMIT).untilAsserted(() -> {
            var notes = new Checkpoints(Path.of("target", "test-checkpoints")).all();
            var findings = new ArrayList<Finding>();
            try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                var proof = new TrailVerification(keys.auditVerifier(), keys.auditEntries(), notes, findings::add)
                        .run(connection);
                assertThat(findings).isEmpty();
                assertThat(proof.unsealed()).isZero();
                assertThat(proof.checkpoint()).isNotNull();
            }
        });
    }

    private void nothingIsHalfDone() {
        assertThat(count("""
                        select count(*) from appointments.appointment a join appointments.appointment b
                            on a.adviser_id = b.adviser_id and a.id < b.id and a.blocked && b.blocked
                        where a.blocking and b.blocking
                        """)).as("advisers with two visits at once").isZero();
        assertThat(count("""
                        select count(*) from appointments.appointment a where a.status in ('BOOKED', 'CANCELLED') and (
                            select array_agg(c.what order by c.id) from appointments.appointment_change c where c.appointment_id = a.id
                        ) is distinct from (
                            array['BOOKED'] || array_fill('MOVED'::text, array[a.sequence - (a.status = 'CANCELLED')::int])
                                || case when a.status = 'CANCELLED' then array['CANCELLED'] else '{}' end)
                        """))
                .as("visits whose history is not what became of them")
                .isZero();
        assertThat(count("""
                        select count(*) from appointments.appointment a where a.status = 'BOOKED' and a.starts is distinct from (
                            select c.to_start from appointments.appointment_change c where c.appointment_id = a.id
                            order by c.id desc limit 1)
                        """))
                .as("visits that are not where their history says")
                .isZero();
        assertThat(count("""
                        select count(*) from appointments.waiting_entry w where w.status = 'OFFERED' and not exists (
                            select from appointments.appointment o where o.id = w.offer_id and o.status = 'OFFERED')
                        """)).as("offers of slots that are not kept").isZero();
    }

    private void everybodyHasWhatHeWasTold(List<Shopper> shoppers) {
        var told = new TreeSet<String>();
        shoppers.forEach(shopper -> told.addAll(shopper.visits()));
        var toldCancelled = new TreeSet<String>();
        shoppers.forEach(shopper -> toldCancelled.addAll(shopper.cancelled()));
        assertThat(told).hasSizeGreaterThan(CUSTOMERS);

        assertThat(ids("select id::text from appointments.appointment where status in ('BOOKED', 'CANCELLED')"))
                .containsExactlyInAnyOrderElementsOf(told);
        assertThat(ids("select id::text from appointments.appointment where status = 'CANCELLED'"))
                .containsExactlyInAnyOrderElementsOf(toldCancelled);
    }

    private void aHoldOfTheDeadInstanceEnds(Visitor survivor, String quiet) {
        assertThat(
                        count(
                                "select count(*) from appointments.appointment where status = 'HELD' and starts = '2026-11-27 08:00+00'"))
                .isEqualTo(1);
        jdbc.sql("""
                        update appointments.appointment set held_until = '2026-11-16 11:00+00', version = version + 1
                        where status = 'HELD' and starts = '2026-11-27 08:00+00'
                        """).update();
        var again = survivor.post("/api/holds", quiet);

        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(count("""
                        select count(*) from appointments.appointment
                        where status = 'HELD' and starts = '2026-11-27 08:00+00' and held_until > '2026-11-16 11:00+00'
                        """)).isEqualTo(1);
    }

    private void everyEventHadItsEffectOnce() {
        await().atMost(LIMIT)
                .until(() ->
                        count("select count(*) from platform.scheduled_tasks where task_name = 'event-delivery'") == 0);
        assertThat(count("select count(*) from platform.event_dead_letter")).isZero();
        wasHeardOnce(KillProbe.STEADY, "'BOOKED', 'MOVED', 'CANCELLED'");
        wasHeardOnce(KillProbe.UNSTEADY, "'BOOKED'");
    }

    private void wasHeardOnce(String listener, String events) {
        var happened = """
                select appointment_id, what, coalesce(to_start, from_start), count(*) from appointments.appointment_change
                where what in (%s) group by 1, 2, 3
                """.formatted(events);
        var heard = """
                select visit, what, starts, count(*) from public.kill_effect where listener = '%s' group by 1, 2, 3
                """.formatted(listener);
        assertThat(count("select count(*) from (%s except %s)".formatted(happened, heard)))
                .as("events without the effect that they should have had")
                .isZero();
        assertThat(count("select count(*) from (%s except %s)".formatted(heard, happened)))
                .as("effects of what did not happen, or twice")
                .isZero();
    }

    private void awaitActs(int enough) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> acts.get() >= enough);
    }

    @BeforeAll
    static void shareMailboxes() throws IOException {
        Files.createDirectories(MAILBOXES);
        System.setProperty(SentMessages.FOLDER, MAILBOXES.toString());
    }

    @AfterAll
    static void keepMailboxesToOurselves() {
        System.clearProperty(SentMessages.FOLDER);
    }

    /** One session, known to both instances. */
    private List<Visitor> signedIn(int customer, List<Integer> ports) {
        var first = Visitor.at(ports.getFirst());
        assertThat(first.signIn(KillProbe.email(customer), KillProbe.PASSWORD).statusCode())
                .isEqualTo(200);
        var second = Visitor.at(ports.getLast());
        Stream.of("GUICHET_SESSION", "XSRF-TOKEN")
                .forEach(cookie -> second.plant(cookie, first.cookie(cookie).orElseThrow()));
        visitors.add(first);
        visitors.add(second);
        return List.of(first, second);
    }

    private OwnProcess start(int number, int customers) {
        return new OwnProcess(
                "kill-" + number,
                KillProbe.class,
                url,
                List.of(
                        "--guichet.clock=2026-11-16T11:00:00Z",
                        "--db-scheduler.heartbeat-interval=500ms",
                        "--db-scheduler.missed-heartbeats-limit=4",
                        "--guichet.events.first-delay=100ms",
                        "--kill.customers=" + customers));
    }

    private List<String> ids(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
