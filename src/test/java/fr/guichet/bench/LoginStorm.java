package fr.guichet.bench;

import fr.guichet.bench.OpenLoop.Timed;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * What a storm of sign-ins costs those who are signed in already: how much longer they wait for what they ask, and how much memory it
 * takes. Once it comes from everywhere, as an attack by a botnet or a morning after an outage, and once from one address.
 */
final class LoginStorm implements Figure {

    private static final int STORM_PER_SECOND = 500;
    private static final int OTHERS_PER_SECOND = 100;
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final int ROUNDS = 3;

    private static final int BRANCHES = 10;
    private static final int ADVISERS = 20;
    private static final int DAYS = 90;
    private static final int PER_MILLE = 580;
    private static final int WARM_UP = 3_000;

    /** Who is signed in and asks. */
    private static final int SIGNED_IN = 100;

    /** Customers of whom somebody knows the password, and as many more whose passwords are guessed. */
    private static final int KNOWN = 2_000;

    private static final int NETWORKS = 5_000;
    private static final int QUESTION_DAYS = 14;
    private static final Duration LOOK_AT_MEMORY = Duration.ofMillis(250);

    @Override
    public List<String> names() {
        return List.of("login.storm", "login.storm.one", "login.storm.memory");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        var database = stage.create("login_storm");
        try (var instance = Instance.limited(database);
                var memory = Memory.of(instance)) {
            report.progress("opening accounts");
            var bank = new Bank(database);
            bank.open(BRANCHES, ADVISERS);
            bank.book(DAYS, PER_MILLE);
            bank.customers(SIGNED_IN + 2 * KNOWN);
            database.execute("vacuum analyze");
            var others = others(instance);
            report.progress("warming up");
            warmUp(instance, others);

            var quiet = new ArrayList<Double>();
            var everywhere = new Phase();
            var one = new Phase();
            double needed = memory.needed();
            double most = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                report.progress("round %d of %d".formatted(round, ROUNDS));
                var before = millis(ask(others));
                quiet.add(Report.percentile(before, 99));
                most = Math.max(most, everywhere.add(before, storm(instance, others, memory, LoginStorm::network)));
                most = Math.max(most, one.add(before, storm(instance, others, memory, _ -> "198.19.0.1")));
            }
            var kept = memory.needed();
            everywhere.report("login.storm", "%,d addresses".formatted(NETWORKS), quiet, report);
            one.report("login.storm.one", "one address", quiet, report);
            report.line(
                    "login.storm.memory",
                    most - needed,
                    "MiB",
                    "more on the heap than before at most, after any collection; %.0f before, %.0f once all is over; to reach: 256"
                            .formatted(needed, kept));
        }
    }

    /** Customers who signed in before, and what they ask again and again: free slots of two weeks, their visits, whether they are signed in. */
    private static IntFunction<Callable<Boolean>> others(Instance instance) throws IOException {
        var people = new ArrayList<Client>();
        for (int number = 1; number <= SIGNED_IN; number++) {
            var client = new Client(instance.address(), network(number));
            client.signIn(email(number), Bank.PASSWORD);
            people.add(client);
        }
        return number -> {
            var path =
                    switch (number % 3) {
                        case 0 -> slots(number);
                        case 1 -> "/api/appointments";
                        default -> "/api/session";
                    };
            return () -> people.get(number % SIGNED_IN).get(path).status() == 200;
        };
    }

    private static String slots(int number) {
        var from = LocalDate.now(Bank.ZONE).plusDays(1 + number % (DAYS - QUESTION_DAYS));
        return "/api/slots?branch=%s&reason=%s&from=%s&to=%s"
                .formatted(Bank.branch(1 + number % BRANCHES), Bank.REASON, from, from.plusDays(QUESTION_DAYS - 1));
    }

    private static void warmUp(Instance instance, IntFunction<Callable<Boolean>> others) throws Exception {
        for (int number = 0; number < WARM_UP; number++) {
            others.apply(number).call();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            OpenLoop.ask(STORM_PER_SECOND, TIME, threads, number -> () -> attempt(instance, number, network(number)));
        }
    }

    private static List<Timed<Boolean>> ask(IntFunction<Callable<Boolean>> others) throws Exception {
        try (var threads = Executors.newFixedThreadPool(SIGNED_IN)) {
            return OpenLoop.ask(OTHERS_PER_SECOND, TIME, threads, others);
        }
    }

    /** What the storm met, what the others waited for meanwhile, and the most that a collection left on the heap. */
    private record Course(List<Timed<Outcome>> storm, List<Timed<Boolean>> others, double heap) {}

    private static Course storm(
            Instance instance, IntFunction<Callable<Boolean>> others, Memory memory, IntFunction<String> networks)
            throws Exception {
        try (var attempts = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService watch = Executors.newFixedThreadPool(2)) {
            var storm = watch.submit(() -> OpenLoop.ask(
                    STORM_PER_SECOND,
                    TIME,
                    attempts,
                    number -> () -> attempt(instance, number, networks.apply(number))));
            var heap = watch.submit(() -> {
                double most = 0;
                while (!storm.isDone()) {
                    most = Math.max(most, memory.left());
                    Thread.sleep(LOOK_AT_MEMORY);
                }
                return most;
            });
            var answers = ask(others);
            return new Course(storm.get(), answers, heap.get());
        }
    }

    private enum Outcome {
        CAME_IN,
        CODE_AWAITED,
        /** The account is locked, after five who were limited between the two steps. */
        REFUSED,
        LIMITED,
        BUSY
    }

    /** Of three who try, one knows the password and goes on to the code, one guesses, one does not even know an address. */
    private static Outcome attempt(Instance instance, int number, String network) throws IOException {
        var client = new Client(instance.address(), network);
        client.plant("XSRF-TOKEN", "0c5b4d65-4c5e-4d36-9d3b-1f0a2f6b9d11");
        var email =
                switch (number % 3) {
                    case 0 -> email(SIGNED_IN + 1 + number / 3 % KNOWN);
                    case 1 -> email(SIGNED_IN + KNOWN + 1 + number / 3 % KNOWN);
                    default -> "nobody" + number + "@example.org";
                };
        boolean right = number % 3 == 0;
        var outcome = outcome(client.begin(email, right ? Bank.PASSWORD : "deviner-et-se-tromper"));
        if (right && outcome == Outcome.CODE_AWAITED) {
            var second = outcome(client.enterNextCode(email));
            return second == Outcome.CODE_AWAITED ? Outcome.CAME_IN : second;
        }
        return outcome;
    }

    private static Outcome outcome(Client.Answer answer) throws IOException {
        return switch (answer.status()) {
            case 200 -> Outcome.CODE_AWAITED;
            case 401 -> Outcome.REFUSED;
            case 429 -> Outcome.LIMITED;
            case 503 -> Outcome.BUSY;
            default -> throw new IOException("A sign-in got an answer that is none: " + answer);
        };
    }

    /** Of the range that is set apart for benchmarks (RFC 2544). */
    private static String network(int number) {
        return "198.18.%d.%d".formatted(number % NETWORKS / 250, number % 250 + 1);
    }

    private static String email(int number) {
        return "customer" + number + "@example.org";
    }

    private static <T> List<Double> millis(List<Timed<T>> answers) {
        return answers.stream().map(Timed::millis).toList();
    }

    /** The same storm in all rounds. */
    private static final class Phase {

        private final List<Double> ratios = new ArrayList<>();
        private final List<Double> waits = new ArrayList<>();
        private final List<Timed<Outcome>> storm = new ArrayList<>();
        private long failed;

        double add(List<Double> quiet, Course course) {
            double wait = Report.percentile(millis(course.others()), 99);
            waits.add(wait);
            ratios.add(wait / Report.percentile(quiet, 99));
            storm.addAll(course.storm());
            failed +=
                    course.others().stream().filter(answer -> !answer.answer()).count();
            return course.heap();
        }

        void report(String name, String from, List<Double> quiet, Report report) {
            var refused = storm.stream()
                    .filter(attempt -> attempt.answer() == Outcome.BUSY || attempt.answer() == Outcome.LIMITED)
                    .map(Timed::millis)
                    .toList();
            report.line(
                    name,
                    Report.median(ratios),
                    "ratio",
                    "p99 of %d requests a second of signed-in customers, %.1f ms against %.1f, %d of them failed, while %d sign-ins a second come from %s: %.0f a second looked at, %.0f of them to the end, %.0f asked to come back (503), %.0f limited (429), half of those within %.1f ms and 99 %% within %.1f; %s; to reach: 2"
                            .formatted(
                                    OTHERS_PER_SECOND,
                                    Report.median(waits),
                                    Report.median(quiet),
                                    failed,
                                    STORM_PER_SECOND,
                                    from,
                                    perSecond(Outcome.CODE_AWAITED) + perSecond(Outcome.CAME_IN),
                                    perSecond(Outcome.CAME_IN),
                                    perSecond(Outcome.BUSY),
                                    perSecond(Outcome.LIMITED),
                                    Report.median(refused),
                                    Report.percentile(refused, 99),
                                    Report.runs(ratios)));
        }

        private double perSecond(Outcome outcome) {
            long count = storm.stream()
                    .filter(attempt -> attempt.answer() == outcome)
                    .count();
            return (double) count / ROUNDS / TIME.toSeconds();
        }
    }
}
