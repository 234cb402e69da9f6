package fr.guichet.appointments;

import fr.guichet.GuichetApplication;
import fr.guichet.appointments.events.AppointmentBooked;
import fr.guichet.appointments.events.AppointmentCancelled;
import fr.guichet.appointments.events.AppointmentMoved;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;

/** An instance of Guichet in a process of its own, to be killed by {@link KillTests}. It writes down what it hears of visits. */
@TestComponent
class KillProbe implements ApplicationRunner {

    static final String STEADY = "appointments.kill-steady";
    static final String UNSTEADY = "appointments.kill-unsteady";
    static final String PASSWORD = "une porte en bois bleu";

    private final Town town;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final int customers;

    KillProbe(Town town, Accounts accounts, JdbcClient jdbc, @Value("${kill.customers}") int customers) {
        this.town = town;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.customers = customers;
    }

    public static void main(String[] args) {
        new SpringApplicationBuilder(GuichetApplication.class)
                .sources(KillProbe.class, Town.class)
                .run(args);
    }

    static String email(int customer) {
        return "kill-%d@example.org".formatted(customer);
    }

    /** One instance opens a branch, and the customers their accounts. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (customers == 0) {
            return;
        }
        var password = new InitialPassword.Encoded(accounts.encode(PASSWORD));
        for (var i = 0; i < customers; i++) {
            accounts.open(new OpenAccount(
                            new EmailAddress(email(i)),
                            password,
                            "Marie",
                            "fr",
                            Grants.of(Grant.customer(CustomerId.next()))))
                    .orThrow();
        }
        jdbc.sql("insert into public.kill_town values (?, ?)")
                .params(town.place(3).branch().value(), town.reason().value())
                .update();
    }

    @ApplicationModuleListener(id = STEADY + "-booked")
    void steady(AppointmentBooked event) {
        effect(STEADY, "BOOKED", event.appointmentId(), event.start());
    }

    @ApplicationModuleListener(id = STEADY + "-moved")
    void steady(AppointmentMoved event) {
        effect(STEADY, "MOVED", event.appointmentId(), event.start());
    }

    @ApplicationModuleListener(id = STEADY + "-cancelled")
    void steady(AppointmentCancelled event) {
        effect(STEADY, "CANCELLED", event.appointmentId(), event.start());
    }

    @ApplicationModuleListener(id = UNSTEADY + "-booked")
    void unsteady(AppointmentBooked event) {
        effect(UNSTEADY, "BOOKED", event.appointmentId(), event.start());
        if (ThreadLocalRandom.current().nextInt(5) == 0) {
            throw new IllegalStateException("one in five fails");
        }
    }

    private void effect(String listener, String what, UUID visit, Instant start) {
        jdbc.sql("insert into public.kill_effect values (?, ?, ?, ?::timestamptz)")
                .params(listener, what, visit, start.toString())
                .update();
        // So that a kill finds work half done.
        LockSupport.parkNanos(
                Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 10)).toNanos());
    }
}
