package fr.guichet.bench;

import fr.guichet.audit.AuditTrail;
import fr.guichet.audit.SampleTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** How many entries a second get into the audit trail and are sealed: each marked, committed, gathered, hashed, signed. */
final class AuditRate implements Figure {

    private static final int WRITERS = 16;
    private static final int TOGETHER = 5;
    private static final int WARM = 40_000;
    private static final int MEASURED = 100_000;
    private static final int RUNS = 5;

    @Override
    public List<String> names() {
        return List.of("audit.rate");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        var database = stage.create("audit_rate");
        try (var instance = AuditInstance.on(database)) {
            var trail = new SampleTrail(instance);
            report.progress("warming up");
            write(instance, WARM, 1);
            trail.seal();
            var single = new ArrayList<Double>();
            var several = new ArrayList<Double>();
            for (int run = 0; run < RUNS; run++) {
                single.add(rate(instance, trail, 1));
                several.add(rate(instance, trail, TOGETHER));
            }
            var said = trail.verify();
            if (!said.findings().isEmpty() || said.proof().unsealed() > 0) {
                throw new IllegalStateException("The trail does not prove true: " + said);
            }
            report.line(
                    "audit.rate",
                    Report.median(several),
                    "entries/s",
                    "%d writers, transactions of %d entries, batches of at most 2,000 signed every 2 s, until the last entry is sealed; %s; one entry a transaction: %.0f, %s; to reach: 5000"
                            .formatted(
                                    WRITERS,
                                    TOGETHER,
                                    Report.runs(several),
                                    Report.median(single),
                                    Report.runs(single)));
        }
    }

    private static double rate(ConfigurableApplicationContext instance, SampleTrail trail, int together)
            throws Exception {
        var begun = System.nanoTime();
        write(instance, MEASURED, together);
        trail.seal();
        return MEASURED * 1e9 / (System.nanoTime() - begun);
    }

    private static void write(ConfigurableApplicationContext instance, int entries, int together) throws Exception {
        var audit = instance.getBean(AuditTrail.class);
        var transactions = instance.getBean(TransactionTemplate.class);
        var rounds = entries / WRITERS / together;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var work = IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> () -> {
                        for (int round = 0; round < rounds; round++) {
                            transactions.executeWithoutResult(status -> {
                                for (int entry = 0; entry < together; entry++) {
                                    audit.record(SampleTrail.entry());
                                }
                            });
                        }
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }
}
