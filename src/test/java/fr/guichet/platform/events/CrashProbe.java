package fr.guichet.platform.events;

import fr.guichet.GuichetApplication;
import fr.guichet.platform.database.Transactions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;

/** An instance of Guichet in a process of its own that publishes and listens without end, to be killed by {@link CrashTests}. */
@TestComponent
class CrashProbe implements ApplicationRunner {

    static final String STEADY = "platform.crash-steady";
    static final String UNSTEADY = "platform.crash-unsteady";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final int count;

    CrashProbe(
            JdbcClient jdbc,
            Transactions transactions,
            ApplicationEventPublisher events,
            @Value("${crash.publish}") int count) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.count = count;
    }

    public static void main(String[] args) {
        new SpringApplicationBuilder(GuichetApplication.class)
                .sources(CrashProbe.class)
                .run(args);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var threads = Executors.newFixedThreadPool(2);
        for (int i = 0; i < count; i++) {
            threads.execute(this::publish);
        }
        threads.shutdown();
    }

    private void publish() {
        try {
            publishOrRollBack();
        } catch (IllegalStateException expected) {
            // one in twenty
        }
    }

    private void publishOrRollBack() {
        transactions.call(() -> {
            var id = UUID.randomUUID();
            jdbc.sql("insert into public.crash_published values (?)").param(id).update();
            events.publishEvent(new ProbeEvent.Calm(id));
            if (ThreadLocalRandom.current().nextInt(20) == 0) {
                throw new IllegalStateException("one in twenty is rolled back");
            }
            return id;
        });
    }

    @ApplicationModuleListener(id = STEADY)
    void steady(ProbeEvent.Calm event) {
        effect(event.id(), STEADY);
        takeTime();
    }

    @ApplicationModuleListener(id = UNSTEADY)
    void unsteady(ProbeEvent.Calm event) {
        effect(event.id(), UNSTEADY);
        takeTime();
        if (ThreadLocalRandom.current().nextInt(10) == 0) {
            throw new IllegalStateException("one in ten fails");
        }
    }

    private void effect(UUID event, String listener) {
        jdbc.sql("insert into public.crash_effect values (?, ?)")
                .params(event, listener)
                .update();
    }

    /** So that a kill finds work half done. */
    private static void takeTime() {
        LockSupport.parkNanos(
                Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 20)).toNanos());
    }
}
