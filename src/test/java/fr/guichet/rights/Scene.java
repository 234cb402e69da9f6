package fr.guichet.rights;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.ReasonDefinition;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.Wording;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.staff.StaffAdministration;
import fr.guichet.identity.staff.StaffChange;
import fr.guichet.identity.staff.StaffOutcome;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Role;
import fr.guichet.testing.Instances;
import fr.guichet.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two branches, three subjects and the holders of all roles, in a bank where it is Monday 16 November 2026, noon in Paris. What
 * is tried on is written straight into the tables: no news of it goes round and changes other things meanwhile.
 */
final class Scene {

    /** The day of all this, as an argument for the instance. */
    static final String CLOCK = "--guichet.clock=2026-11-16T11:00:00Z";

    private static final Instant THIS_MORNING = Instant.parse("2026-11-16T05:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-16T23:00:00Z");
    private static final List<LocalTime> STARTS = List.of(
            LocalTime.of(9, 0),
            LocalTime.of(9, 30),
            LocalTime.of(10, 0),
            LocalTime.of(10, 30),
            LocalTime.of(11, 0),
            LocalTime.of(11, 30),
            LocalTime.of(12, 0),
            LocalTime.of(14, 0),
            LocalTime.of(14, 30),
            LocalTime.of(15, 0),
            LocalTime.of(15, 30),
            LocalTime.of(16, 0),
            LocalTime.of(16, 30),
            LocalTime.of(17, 0));

    private static final String VISIT = """
            insert into appointments.appointment
                (id, branch_id, adviser_id, customer_id, reason_id, status, starts, ends, blocked, held_until, changed_at)
            values (:id, :branch, :adviser, :customer, :reason, :status, :starts, :ends, tstzrange(:starts, :ends), :until, :starts)""";

    private final ConfigurableApplicationContext instance;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Doorstep doorstep;
    private final ReasonId reason;
    private final Map<Ownership, Subject> subjects = new EnumMap<>(Ownership.class);
    private final Map<Ownership, Integer> slots = new EnumMap<>(Ownership.class);
    private final List<Caller> callers = new ArrayList<>();
    private int number;

    Scene(ConfigurableApplicationContext instance) {
        this.instance = instance;
        this.doorstep = new Doorstep(instance);
        jdbc = instance.getBean(JdbcClient.class);
        accounts = instance.getBean(Accounts.class);
        reason = anotherReason();
        var lyon = branch();
        var nice = branch();
        subject(Ownership.OWN, lyon, 0, "Zphirine");
        subject(Ownership.SAME_BRANCH, lyon, 2, "Qwendoline");
        subject(Ownership.OTHER, nice, 0, "Xanthippe");
        callers();
    }

    List<Caller> everyone() {
        return callers;
    }

    Subject subject(Ownership ownership) {
        return Objects.requireNonNull(subjects.get(ownership));
    }

    Subject own() {
        return subject(Ownership.OWN);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    ReasonId reason() {
        return reason;
    }

    /** One that is nobody's visit's. */
    ReasonId anotherReason() {
        return instance.getBean(BranchAdministration.class)
                .defineReason(
                        SampleNetwork.SYSTEM,
                        new ReasonDefinition(
                                "S"
                                        + UUID.randomUUID()
                                                .toString()
                                                .replace("-", "")
                                                .substring(0, 20)
                                                .toUpperCase(Locale.ROOT),
                                new Wording("Conseil", "Advice"),
                                new Wording("", ""),
                                Duration.ofMinutes(30),
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO,
                                60,
                                Set.of(),
                                List.of(),
                                true))
                .orThrow();
    }

    /** The version that somebody who looked now would have seen. */
    long version(String table, UUID id) {
        return jdbc.sql("select version from " + table + " where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** A free half-hour of the subject's adviser, which nobody is given twice. */
    Instant slot(Subject subject) {
        int next = slots.merge(subject.ownership(), 1, Integer::sum) - 1;
        int weekday = next / STARTS.size();
        var day = LocalDate.parse("2026-11-23").plusWeeks(weekday / 5).plusDays(weekday % 5);
        return day.atTime(STARTS.get(next % STARTS.size()))
                .atZone(SampleNetwork.PARIS)
                .toInstant();
    }

    /** A visit to come. */
    UUID visit(Subject subject) {
        var start = slot(subject);
        return visit(subject, subject.adviser(), "BOOKED", start, start.plus(Duration.ofMinutes(30)), null);
    }

    /** A visit of this morning. */
    UUID visitToday(Subject subject, String status) {
        var start = THIS_MORNING.plus(Duration.ofMinutes(2L * number++));
        return visit(subject, subject.adviser(), status, start, start.plus(Duration.ofMinutes(2)), null);
    }

    UUID hold(Subject subject) {
        jdbc.sql("delete from appointments.appointment where status = 'HELD' and customer_id = ?")
                .param(subject.customer().value())
                .update();
        var start = slot(subject);
        return visit(subject, subject.adviser(), "HELD", start, start.plus(Duration.ofMinutes(30)), LATER);
    }

    /** Somebody's place on the waiting list. */
    UUID entry(Subject subject) {
        return entry(subject, visit(subject), null);
    }

    /** The same, with an earlier slot kept for it. */
    UUID offer(Subject subject) {
        var start = slot(subject);
        var kept = visit(subject, subject.adviser(), "OFFERED", start, start.plus(Duration.ofMinutes(30)), LATER);
        return entry(subject, visit(subject), kept);
    }

    UUID closure(Subject subject) {
        return insert(
                "insert into branches.closure (id, branch_id, during, reason) values (?, ?, '[2027-01-11, 2027-01-12)', 'Travaux')",
                subject.branch().value());
    }

    UUID absence(Subject subject) {
        return insert(
                "insert into branches.absence (id, adviser_id, during, kind) values (?, ?, '[2027-01-11, 2027-01-12)', 'TRAINING')",
                subject.adviser().value());
    }

    /** The day from which a working pattern holds. */
    LocalDate pattern(Subject subject) {
        var day = LocalDate.parse("2027-06-07").plusWeeks(number++);
        jdbc.sql(
                        "insert into branches.adviser_pattern (adviser_id, valid_from, every_weeks, weeks) values (?, ?, 1, '[{}]')")
                .params(subject.adviser().value(), day)
                .update();
        return day;
    }

    /** A day with hours of its own. */
    LocalDate override(Subject subject) {
        var day = LocalDate.parse("2027-01-18").plusDays(number++ % 300);
        jdbc.sql("""
                        insert into branches.adviser_override (adviser_id, day, intervals) values (?, ?, '[]')
                        on conflict do nothing""").params(subject.adviser().value(), day).update();
        return day;
    }

    /** Somebody who works here, in no branch. */
    AccountId staffMember() {
        return staff(Grants.of(Grant.of(Role.QUALITY)));
    }

    /** That somebody becomes an administrator, which one whom nobody here is asks for. */
    UUID proposalOfAnother() {
        return proposal(
                new StaffActor(staff(Grants.of(Grant.administrator())), Set.of(Role.ADMINISTRATOR), null, null));
    }

    UUID proposalOfTheAdministrator() {
        somebodyToAsk();
        return proposal((StaffActor) accounts.findByEmail(new EmailAddress("administrator@example.org"))
                .orElseThrow()
                .actor());
    }

    /** A customer of the subject's branch who has an e-mail address. */
    CustomerId reachable(Subject subject) {
        return instance.getBean(Customers.class)
                .register(
                        new SystemActor("test"),
                        new RegisterCustomer(
                                new PersonalName("Marie"),
                                new PersonalName("Lefèvre"),
                                new EmailAddress(UUID.randomUUID() + "@example.org"),
                                null,
                                "fr",
                                subject.branch(),
                                null))
                .orThrow()
                .id();
    }

    /** Another administrator who has come in: without one nothing has to be approved. */
    private void somebodyToAsk() {
        accounts.changePasswordTo(staff(Grants.of(Grant.administrator())), "{noop}x");
    }

    private UUID proposal(StaffActor by) {
        var outcome = instance.getBean(StaffAdministration.class)
                .change(by, new StaffChange.ChangeRoles(staffMember(), Grants.of(Grant.administrator())), 0);
        return ((StaffOutcome.Proposed) outcome).proposal();
    }

    private AccountId staff(Grants grants) {
        return accounts.open(new OpenAccount(
                        new EmailAddress(UUID.randomUUID() + "@example.org"),
                        new InitialPassword.None(),
                        "Alice",
                        "fr",
                        grants))
                .orThrow();
    }

    UUID deadLetter() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into platform.event_dead_letter
                            (id, event_id, event_type, listener_id, payload, failure_class, failure_message, attempts,
                             published_at, first_failed_at, last_failed_at)
                        values (?, ?, 'platform.Gone', 'platform.nobody', '{}', 'java.lang.Error', '', 12, now(), now(), now())
                        """).params(id, UUID.randomUUID()).update();
        return id;
    }

    private UUID visit(
            Subject subject, AdviserId adviser, String status, Instant start, Instant end, @Nullable Instant until) {
        var id = UUID.randomUUID();
        jdbc.sql(VISIT)
                .param("id", id)
                .param("branch", subject.branch().value())
                .param("adviser", adviser.value())
                .param("customer", subject.customer().value())
                .param("reason", reason.value())
                .param("status", status)
                .param("starts", start.atOffset(ZoneOffset.UTC))
                .param("ends", end.atOffset(ZoneOffset.UTC))
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private UUID entry(Subject subject, UUID visit, @Nullable UUID offer) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into appointments.waiting_entry (id, appointment_id, customer_id, branch_id, status, offer_id, created_at)
                        values (:id, :visit, :customer, :branch, :status, :offer, now())""")
                .param("id", id)
                .param("visit", visit)
                .param("customer", subject.customer().value())
                .param("branch", subject.branch().value())
                .param("status", offer == null ? "WAITING" : "OFFERED")
                .param("offer", offer)
                .update();
        return id;
    }

    private UUID insert(String sql, UUID owner) {
        var id = UUID.randomUUID();
        jdbc.sql(sql).params(id, owner).update();
        return id;
    }

    private BranchId branch() {
        return instance.getBean(BranchAdministration.class)
                .createBranch(
                        SampleNetwork.SYSTEM,
                        SampleNetwork.branch(
                                SampleNetwork.adviser("Sophie"),
                                SampleNetwork.adviser("Karim"),
                                SampleNetwork.adviser("Alice"),
                                SampleNetwork.adviser("Hugo")))
                .orThrow();
    }

    private void subject(Ownership ownership, BranchId branch, int adviser, String lastName) {
        var advisers =
                instance.getBean(Schedules.class).of(branch).orElseThrow().advisers();
        var customer = instance.getBean(Customers.class)
                .register(
                        new SystemActor("test"),
                        new RegisterCustomer(
                                new PersonalName("Marie"), new PersonalName(lastName), null, null, "fr", branch, null))
                .orThrow();
        subjects.put(
                ownership,
                new Subject(
                        ownership,
                        branch,
                        advisers.get(adviser).id(),
                        advisers.get(adviser + 1).id(),
                        customer.id(),
                        lastName));
    }

    /** Where one comes in, and what is one's own there. */
    Doorstep doorstep() {
        return doorstep;
    }

    private void callers() {
        var hash = new InitialPassword.Encoded(accounts.encode(Caller.PASSWORD));
        for (var role : Role.values()) {
            callers.add(caller(role, hash));
        }
        var customer = callers.getFirst().email();
        callers.addFirst(new Caller(null, customer, passerBy(), this::passerBy));
    }

    private Caller caller(Role role, InitialPassword password) {
        var email = role.name().toLowerCase(Locale.ROOT) + "@example.org";
        var grant =
                switch (role) {
                    case CUSTOMER -> Grant.customer(own().customer());
                    case ADVISER -> Grant.adviser(own().branch(), own().adviser());
                    case MANAGER -> Grant.manager(own().branch());
                    default -> Grant.of(role);
                };
        accounts.open(new OpenAccount(new EmailAddress(email), password, role.name(), "fr", Grants.of(grant)))
                .orThrow();
        return new Caller(role, email, signedIn(email), () -> signedIn(email));
    }

    private Visitor passerBy() {
        var visitor = Visitor.at(Instances.port(instance));
        visitor.get("/api/session");
        return visitor;
    }

    private Visitor signedIn(String email) {
        doorstep.forgetFactors(email);
        var visitor = Visitor.at(Instances.port(instance));
        var answer = visitor.signIn(email, Caller.PASSWORD);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Nobody came in: " + answer.statusCode());
        }
        return visitor;
    }
}
