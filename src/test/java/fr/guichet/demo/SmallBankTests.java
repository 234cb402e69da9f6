package fr.guichet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.platform.start.StartRefused;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The small bank: there when it is asked for, always the same, and never in another bank's way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallBankTests {

    private static final String WEDNESDAY = "2026-11-18T11:07:00Z";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-18");
    private static final String ASKED_FOR = "--guichet.demo.load=true";

    private final String url = TestDatabase.create();
    private final List<ConfigurableApplicationContext> started = new ArrayList<>();

    /** Two instances, which both find the database empty. */
    @BeforeAll
    void twoAtOnce() {
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> start(url, WEDNESDAY, ASKED_FOR)))
                .limit(2)
                .toList()
                .forEach(CompletableFuture::join);
    }

    @AfterAll
    void stop() {
        started.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aDozenBranchesEightAdvisersInThreeOfThemHundredsOfCustomers() {
        assertThat(count(url, "select count(*) from branches.branch")).isEqualTo(12);
        assertThat(count(url, """
                select count(*) from (select branch_id from branches.adviser group by branch_id having count(*) = 8)
                """)).isEqualTo(3);
        assertThat(count(url, "select count(*) from customers.customers")).isBetween(300L, 999L);
        assertThat(count(url, "select count(*) from demo.small_bank")).isEqualTo(1);
    }

    @Test
    void eightWeeksBehindFourAheadAndNobodyTwiceAtOnce() {
        holdsOnlyPossibleVisits(url);
        assertThat(day(url, "min")).isBetween(TODAY.minusDays(56), TODAY.minusDays(53));
        assertThat(day(url, "max")).isBetween(TODAY.plusDays(25), TODAY.plusDays(28));
        assertThat(count(url, """
                        select count(*) from generate_series(date '2026-09-23', date '2026-12-16', interval '1 day') as day
                        where extract(isodow from day) between 2 and 5 and day <> date '2026-11-11' and not exists (
                            select from appointments.appointment where (starts at time zone 'Europe/Paris')::date = day)
                        """)).as("working days without a visit").isZero();
        assertThat(count(url, """
                        select count(*) from appointments.appointment
                        where ends < timestamptz '2026-11-18 11:07+00' and status not in ('FINISHED', 'NO_SHOW', 'CANCELLED')
                        """)).as("past visits still open").isZero();
        assertThat(count(url, """
                        select count(*) from appointments.appointment
                        where starts > timestamptz '2026-11-18 11:15+00' and status not in ('BOOKED', 'CANCELLED')
                        """)).as("visits to come that have been").isZero();
        assertThat(count(url, "select count(*) from appointments.appointment")).isGreaterThan(5_000);
    }

    @Test
    void thePeopleOfTheTourComeIn() {
        for (var email : List.of(
                SmallBankPeople.MARIE,
                SmallBankPeople.PIERRE,
                SmallBankPeople.SOPHIE,
                SmallBankPeople.DAVID,
                SmallBankPeople.INES,
                SmallBankPeople.LOUIS,
                SmallBankPeople.ADMINISTRATOR)) {
            try (var visitor = Visitor.at(Instances.port(started.getFirst()))) {
                assertThat(visitor.signIn(email, SmallBankPeople.PASSWORD).statusCode())
                        .as(email)
                        .isEqualTo(200);
            }
        }
        try (var marie = Visitor.at(Instances.port(started.getFirst()))) {
            marie.signIn(SmallBankPeople.MARIE, SmallBankPeople.PASSWORD);
            assertThat(Visitor.json(marie.get("/api/appointments")).at("/items"))
                    .hasSize(1);
            assertThat(Visitor.json(marie.get("/api/appointments?when=PAST")).at("/items"))
                    .hasSize(2);
        }
    }

    @Test
    void theSameDayGivesTheSameBank() {
        var another = TestDatabase.create();
        start(another, WEDNESDAY, ASKED_FOR);

        assertThat(contents(another)).isEqualTo(contents(url));
        assertThat(count(another, """
                        select count(*) from appointments.appointment where changed_at > timestamptz '2026-11-18 11:07+00'
                        """)).as("booked as the bank opened").isZero();

        // Three weeks later it has gone on, and what was is as it was.
        var before = count(another, "select count(*) from appointments.appointment");
        start(another, "2026-12-09T11:00:00Z");
        assertThat(count(another, "select count(*) from appointments.appointment"))
                .as("not asked for again")
                .isEqualTo(before);
        start(another, "2026-12-09T11:00:00Z", ASKED_FOR);
        holdsOnlyPossibleVisits(another);
        assertThat(count(another, "select count(*) from appointments.appointment"))
                .isGreaterThan(before);
        assertThat(day(another, "max")).isBetween(TODAY.plusDays(46), TODAY.plusDays(49));
        assertThat(count(another, """
                        select count(*) from appointments.appointment where status = 'BOOKED' and ends < timestamptz '2026-12-08 23:00+00'
                        """)).as("past visits still open").isZero();
        assertThat(count(another, "select count(*) from branches.branch")).isEqualTo(12);
    }

    @Test
    void anotherBankIsLeftAlone() {
        var other = TestDatabase.create();
        var instance = start(other, WEDNESDAY);
        assertThat(count(other, "select count(*) from branches.branch"))
                .as("nobody asked for it")
                .isZero();
        start(other, WEDNESDAY, "--guichet.demo.load=false");
        assertThat(count(other, "select count(*) from demo.small_bank")).isZero();

        instance.getBean(BranchAdministration.class)
                .createBranch(SampleNetwork.SYSTEM, SampleNetwork.branch())
                .orThrow();

        isRefused(other);
        assertThat(count(other, "select count(*) from branches.branch")).isEqualTo(1);
        assertThat(count(other, "select count(*) from customers.customers")).isZero();
        assertThat(count(other, "select count(*) from identity.accounts")).isZero();

        jdbc(other).sql("truncate branches.branch cascade").update();
        instance.getBean(Customers.class)
                .register(
                        new SystemActor("test"),
                        new RegisterCustomer(
                                new PersonalName("Marie"),
                                new PersonalName("Lefèvre"),
                                null,
                                null,
                                "fr",
                                BranchId.next(),
                                null))
                .orThrow();

        isRefused(other);
        assertThat(count(other, "select count(*) from customers.customers"))
                .as("a customer is another bank's too")
                .isEqualTo(1);
    }

    private void isRefused(String database) {
        assertThatThrownBy(() -> start(database, WEDNESDAY, ASKED_FOR))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("this database holds another bank");
    }

    private static void holdsOnlyPossibleVisits(String database) {
        assertThat(count(database, """
                        select count(*) from appointments.appointment a join appointments.appointment b
                            on a.adviser_id = b.adviser_id and a.id < b.id and a.blocked && b.blocked
                        where a.status <> 'CANCELLED' and b.status <> 'CANCELLED'
                        """)).as("advisers with two visits at once").isZero();
        assertThat(count(database, """
                        select count(*) from appointments.appointment a join appointments.appointment b
                            on a.customer_id = b.customer_id and a.id < b.id
                            and tstzrange(a.starts, a.ends) && tstzrange(b.starts, b.ends)
                        where a.status <> 'CANCELLED' and b.status <> 'CANCELLED'
                        """)).as("customers in two places at once").isZero();
        assertThat(count(database, """
                        select count(*) from appointments.appointment a where not exists (
                            select from appointments.appointment_change c where c.appointment_id = a.id and c.what = 'BOOKED')
                        """)).as("visits without a history").isZero();
    }

    /** Everything but the identifiers. */
    private static List<@Nullable String> contents(String database) {
        return jdbc(database).sql("""
                select concat_ws('|', b.code, d.display_name, a.starts, a.ends, a.blocked, r.code, a.status, a.changed_at, c.email,
                    c.phone, c.first_name, c.last_name, c.language)
                from appointments.appointment a
                join branches.branch b on b.id = a.branch_id
                join branches.adviser d on d.id = a.adviser_id
                join branches.visit_reason r on r.id = a.reason_id
                join customers.customers c on c.id = a.customer_id
                order by 1
                """).query(String.class).list();
    }

    private static LocalDate day(String database, String which) {
        return jdbc(database)
                .sql("select %s((starts at time zone 'Europe/Paris')::date) from appointments.appointment"
                        .formatted(which))
                .query(LocalDate.class)
                .single();
    }

    private static long count(String database, String sql) {
        return jdbc(database).sql(sql).query(Long.class).single();
    }

    private static JdbcClient jdbc(String database) {
        return JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
    }

    private synchronized void remember(ConfigurableApplicationContext instance) {
        started.add(instance);
    }

    private ConfigurableApplicationContext start(String database, String clock, String... arguments) {
        var all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--guichet.clock=" + clock);
        var instance = Instances.on(database, all);
        remember(instance);
        return instance;
    }
}
