package fr.guichet.platform.events;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Transactional;

/** Publishes and listens for the tests, and leaves a row for every effect. */
@TestComponent
class Probe {

    static final String MOODY = "platform.probe-moody";
    static final String ALL = "platform.probe-all";

    /** Lets slow listeners end; set anew by each test that has one. */
    static volatile CountDownLatch gate = new CountDownLatch(0);

    static final AtomicInteger running = new AtomicInteger();
    static final AtomicInteger mostAtOnce = new AtomicInteger();
    static final AtomicInteger attempts = new AtomicInteger();

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Probe(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
        jdbc.sql("create table if not exists public.probe_effect (event uuid not null, listener text not null)")
                .update();
    }

    @Transactional
    public UUID publish(String behaviour) {
        var id = UUID.randomUUID();
        events.publishEvent(new ProbeEvent.Moody(id, behaviour));
        return id;
    }

    @Transactional
    public UUID publishCalm() {
        var id = UUID.randomUUID();
        events.publishEvent(new ProbeEvent.Calm(id));
        return id;
    }

    @Transactional
    public void publishAndFail(UUID id) {
        events.publishEvent(new ProbeEvent.Calm(id));
        throw new IllegalArgumentException("the business said no");
    }

    public void publishOutsideTransaction() {
        events.publishEvent(new ProbeEvent.Calm(UUID.randomUUID()));
    }

    @ApplicationModuleListener(id = MOODY)
    void on(ProbeEvent.Moody event) throws Exception {
        effect(event.id(), MOODY);
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            attempts.incrementAndGet();
            switch (event.behaviour()) {
                case "fails" -> throw new IllegalStateException("no mail for marie.martin@example.org, +33612345678");
                case "slow" -> {
                    if (!gate.await(1, TimeUnit.MINUTES)) {
                        throw new IllegalStateException("nobody opened the gate");
                    }
                }
                case "fails once" -> {
                    if (attempts.get() == 1) {
                        throw new java.io.IOException("the first time is hard");
                    }
                }
                default -> {}
            }
        } finally {
            running.decrementAndGet();
        }
    }

    @ApplicationModuleListener(id = ALL)
    void onAny(ProbeEvent event) {
        effect(event.id(), ALL);
    }

    private void effect(UUID event, String listener) {
        jdbc.sql("insert into public.probe_effect values (?, ?)")
                .params(event, listener)
                .update();
    }

    List<String> effects(UUID event) {
        return jdbc.sql("select listener from public.probe_effect where event = ? order by listener")
                .param(event)
                .query((row, number) -> row.getString("listener"))
                .list();
    }
}
