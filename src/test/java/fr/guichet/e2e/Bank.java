package fr.guichet.e2e;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentRefusal;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.BookAppointment;
import fr.guichet.branches.Address;
import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.NewAdviser;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.SecurityMessage.PasswordLink;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Outcome;
import fr.guichet.shared.Role;
import fr.guichet.testing.Instances;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.TestDatabase;
import java.net.URI;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The Guichet that all journeys visit: the small bank on a Tuesday morning, twenty minutes before the doors open. It is started once;
 * a journey brings customers and branches of its own for what others must not disturb.
 */
final class Bank {

    static final String PASSWORD = "le-guichet-est-ouvert";
    static final String SOPHIE = "sophie@guichet.example";
    static final String DAVID = "david@guichet.example";
    static final String ADMINISTRATOR = "admin@guichet.example";
    static final String HOME = "Lyon Bellecour";

    private static final String MORNING = "2026-11-24T08:40:00+01:00";
    private static final SystemActor ACTOR = new SystemActor("journeys");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final String DATABASE = TestDatabase.create();
    private static final List<ConfigurableApplicationContext> INSTANCES = new CopyOnWriteArrayList<>();
    private static final ConfigurableApplicationContext FIRST = start(MORNING);

    private Bank() {}

    private static ConfigurableApplicationContext start(String clock) {
        var instance = Instances.on(DATABASE, List.of("--guichet.demo.load=true", "--guichet.clock=" + clock));
        INSTANCES.add(instance);
        return instance;
    }

    /** Where it is found. */
    static String address() {
        return "http://localhost:" + Instances.port(FIRST);
    }

    /** Where a second instance on the same database is found; the same hour there. */
    static String otherAddress() {
        return "http://localhost:" + Instances.port(Second.INSTANCE);
    }

    /** Before the database goes, or they would complain. */
    static void close() {
        INSTANCES.reversed().forEach(ConfigurableApplicationContext::close);
    }

    private static final class Second {
        private static final ConfigurableApplicationContext INSTANCE = startNow();

        private static ConfigurableApplicationContext startNow() {
            return start(FIRST.getBean(Clock.class).instant().toString());
        }
    }

    /** A customer of the home branch. */
    static Person customer(String firstName, String lastName) {
        return customer(firstName, lastName, home());
    }

    static Person customer(String firstName, String lastName, BranchId branch) {
        var email = "journey%d@example.org".formatted(COUNT.incrementAndGet());
        var id = register(email, firstName, lastName, branch);
        var name = firstName + " " + lastName;
        var account = openAccount(email, name, Grant.customer(id));
        return new Person(new CustomerActor(account, id), name, email);
    }

    /**
     * A customer of the home branch who has no account yet.
     *
     * @return the e-mail address
     */
    static String record(String firstName, String lastName) {
        var email = "journey%d@example.org".formatted(COUNT.incrementAndGet());
        register(email, firstName, lastName, home());
        return email;
    }

    private static CustomerId register(String email, String firstName, String lastName, BranchId branch) {
        var wish = new RegisterCustomer(
                PersonalName.parse(firstName).orElseThrow(),
                PersonalName.parse(lastName).orElseThrow(),
                new EmailAddress(email),
                null,
                "fr",
                branch,
                null);
        return FIRST.getBean(Customers.class).registerAll(ACTOR, List.of(wish)).getFirst();
    }

    /** An account with one role that reaches no branch of its own. */
    static String staff(String name, Role role) {
        var email = "journey%d@example.org".formatted(COUNT.incrementAndGet());
        openAccount(email, name, Grant.of(role));
        return email;
    }

    /**
     * A branch without visits, open on weekdays between these hours and never on public holidays.
     *
     * @param advisers who receive for every reason whenever it is open
     */
    static BranchId branch(String name, String town, String hours, String... advisers) {
        var settings = new BranchSettings(
                name,
                new Address("1 rue des Essais", "38200", town),
                null,
                ZoneId.of("Europe/Paris"),
                null,
                "Mo-Fr " + hours + "; PH off",
                15,
                "FR");
        var staff = Arrays.stream(advisers).map(Bank::adviser).toList();
        return FIRST.getBean(BranchAdministration.class)
                .createBranch(ACTOR, new NewBranch("E2E-" + COUNT.incrementAndGet(), settings, staff))
                .orThrow();
    }

    /**
     * A visit that the customer booked before the journey begins, for a matter of a quarter of an hour.
     *
     * @param start on the clock of the branch
     */
    static AppointmentId visit(Person customer, BranchId branch, LocalDateTime start) {
        var reason = FIRST.getBean(Schedules.class).reasons().stream()
                .filter(one -> one.code().equals("CARD"))
                .findFirst()
                .orElseThrow();
        var wish = new BookAppointment(
                customer.actor().customer(),
                branch,
                reason.id(),
                start.atZone(ZoneId.of("Europe/Paris")).toInstant(),
                null);
        return switch (FIRST.getBean(Appointments.class).book(customer.actor(), wish)) {
            case Outcome.Done<Appointment, AppointmentRefusal>(var visit) -> visit.id();
            case Outcome.Refused<Appointment, AppointmentRefusal>(var why) ->
                throw new IllegalStateException("The visit was refused: " + why);
        };
    }

    /** An account that manages the branch. */
    static String manager(BranchId branch) {
        var email = "journey%d@example.org".formatted(COUNT.incrementAndGet());
        openAccount(email, "Claude Essai", Grant.manager(branch));
        return email;
    }

    /**
     * What an authenticator app shows.
     *
     * @param secret as the page writes it
     * @param steps how many half minutes from now
     */
    static String appCode(String secret, int steps) {
        var generator = new TimeBasedOneTimePasswordGenerator();
        var at = FIRST.getBean(Clock.class)
                .instant()
                .plus(generator.getTimeStep().multipliedBy(steps));
        var key = new SecretKeySpec(new Base32().decode(secret.replace(" ", "")), generator.getAlgorithm());
        try {
            return generator.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The link in the last e-mail to somebody who is to choose a password. */
    static URI linkSentTo(String email) {
        return SentMessages.to(email).stream()
                .filter(PasswordLink.class::isInstance)
                .map(PasswordLink.class::cast)
                .toList()
                .getLast()
                .link();
    }

    /** One more adviser, who receives for every reason. */
    static void adviser(BranchId branch, String name) {
        FIRST.getBean(BranchAdministration.class)
                .createAdviser(ACTOR, branch, adviser(name))
                .orThrow();
    }

    private static NewAdviser adviser(String name) {
        var allDay = List.of(new LocalTimeRange(LocalTime.of(8, 0), LocalTime.of(19, 0)));
        var week = Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> allDay));
        var skills = Set.of("EVERYDAY", "CREDIT", "SAVINGS", "INSURANCE", "ESTATE");
        return NewAdviser.of(
                name, skills, Set.of("fr"), new WeeklyPattern(LocalDate.of(2026, 1, 5), List.of(Map.copyOf(week))));
    }

    private static AccountId openAccount(String email, String name, Grant grant) {
        return FIRST.getBean(Accounts.class)
                .open(new OpenAccount(new EmailAddress(email), EncodedPassword.VALUE, name, "fr", Grants.of(grant)))
                .orThrow();
    }

    private static BranchId home() {
        var sophie = FIRST.getBean(Accounts.class)
                .findByEmail(new EmailAddress(SOPHIE))
                .orElseThrow();
        return sophie.grants().branch().orElseThrow();
    }

    private static final class EncodedPassword {
        private static final InitialPassword VALUE =
                new InitialPassword.Encoded(FIRST.getBean(Accounts.class).encode(PASSWORD));
    }
}
