package fr.guichet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** How many people sign in per second, both steps, against what the bare hash of their passwords allows on the same cores. */
final class LoginRate implements Figure {

    private static final int ACCOUNTS = 400;
    private static final int ROUNDS = 5;
    private static final int SIGN_INS = 400;
    private static final int HASHES = 400;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String hash = argon2.encode(Bank.PASSWORD);
    private final int cores = Runtime.getRuntime().availableProcessors();

    @Override
    public List<String> names() {
        return List.of("login.rate");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        var database = stage.create("login_rate");
        try (var instance = Instance.on(database)) {
            var bank = new Bank(database);
            bank.open(1, 1);
            bank.customers(ACCOUNTS);
            report.progress("signing in to warm up");
            signIns(instance);
            hashes();
            var ratios = new ArrayList<Double>();
            var rates = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                report.progress("round " + (round + 1) + " of " + ROUNDS);
                double bare = hashes();
                double full = signIns(instance);
                rates.add(full);
                ratios.add(full / bare);
            }
            report.line(
                    "login.rate",
                    Report.median(ratios),
                    "ratio",
                    "sign-ins by password and recovery code over HTTP, %.0f per second, against bare Argon2id (19 MiB, 2 passes) on %d threads; median of %d pairs, %s; to reach: 0.8"
                            .formatted(Report.median(rates), cores, ROUNDS, Report.runs(ratios)));
        }
    }

    /** Per second. */
    private double hashes() throws Exception {
        return perSecond(cores, HASHES, _ -> {
            if (!argon2.matches(Bank.PASSWORD, hash)) {
                throw new IllegalStateException();
            }
        });
    }

    /** Per second; twice as many people as there are threads that hash, so that these always have something to do. */
    private static double signIns(Instance instance) throws Exception {
        return perSecond(2 * Runtime.getRuntime().availableProcessors(), SIGN_INS, number -> {
            try {
                Bank.customer(number % ACCOUNTS + 1, instance);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static double perSecond(int threads, int times, IntConsumer work) throws Exception {
        var next = new AtomicInteger();
        var begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var workers = new ArrayList<Callable<Boolean>>();
            for (int thread = 0; thread < threads; thread++) {
                workers.add(() -> {
                    for (int number = next.getAndIncrement(); number < times; number = next.getAndIncrement()) {
                        work.accept(number);
                    }
                    return true;
                });
            }
            for (var done : pool.invokeAll(workers)) {
                done.get();
            }
        }
        return times * 1e9 / (System.nanoTime() - begun);
    }
}
