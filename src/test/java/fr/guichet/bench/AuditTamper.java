package fr.guichet.bench;

import fr.guichet.audit.SampleTrail;
import fr.guichet.audit.verification.Attacks;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** How many of a thousand changes by somebody who rules the database the verification finds. */
final class AuditTamper implements Figure {

    private static final int ATTACKS = 1_000;
    private static final int BATCHES = 20;
    private static final int ENTRIES = 100;

    @Override
    public List<String> names() {
        return List.of("audit.tamper");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        var database = stage.create("audit_tamper");
        try (var instance = AuditInstance.on(database, "--guichet.audit.seal-every=1h")) {
            var trail = SampleTrail.undisturbed(instance);
            report.progress("filling a trail");
            trail.addSealed(BATCHES, ENTRIES);
            var notes = trail.checkpoints().all();
            var intact = trail.verify();
            if (!intact.findings().isEmpty()) {
                throw new IllegalStateException("The trail does not prove true before: " + intact);
            }
            report.progress("attacking it");
            var seed = System.nanoTime();
            var entries = (int) intact.proof().entries();
            var attacks =
                    new Attacks(new Random(seed), entries, (int) intact.proof().batches());
            var kinds = new TreeSet<String>();
            int found = 0;
            for (int number = 0; number < ATTACKS; number++) {
                var attack = attacks.any();
                kinds.add(attack.name());
                try (var connection = trail.superuser()) {
                    attack.run(connection);
                    if (trail.verify(connection, notes, true).findings().isEmpty()) {
                        report.progress("not found: " + attack);
                    } else {
                        found++;
                    }
                    connection.rollback();
                }
            }
            report.line(
                    "audit.tamper",
                    found,
                    "found",
                    "of %d changes at random, of %d kinds, by a superuser with triggers and constraints out of the way, in %d entries and %d batches, seed %d; %d findings before; to reach: 1000"
                            .formatted(
                                    ATTACKS,
                                    kinds.size(),
                                    entries,
                                    intact.proof().batches(),
                                    seed,
                                    intact.findings().size()));
        }
    }
}
