package fr.guichet.bench;

import fr.guichet.GuichetApplication;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How many bookings a second sixteen clients get over HTTP, against how often the same SQL can be sent over sixteen connections by
 * plain JDBC. What one booking sends is written down from a run on a copy of the database, and sent again on another copy; a third
 * copy takes the bookings over HTTP. Rounds of both alternate, on the same slots.
 */
final class BookingRatio implements Figure {

    private static final int CLIENTS = 16;
    private static final int ADVISERS = 8;
    private static final int CUSTOMERS_EACH = 8;

    /** Over HTTP only, on slots of their own: the JVM goes on compiling for some 60,000 bookings. */
    private static final int WARM_UP_ROUNDS = 40;

    /** Rounds of both that do not count: connections and statements are new. */
    private static final int FIRST_ROUNDS = 2;

    private static final int ROUNDS = 7;

    /** Bookings of each client in a round. */
    private static final int EACH = 98;

    private static final int DAYS = 60;

    @Override
    public List<String> names() {
        return List.of("booking.ratio");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        report.progress("signing customers in");
        var original = stage.create("bookings");
        var bookers = bookers(original);
        report.progress("writing down what a booking sends");
        var sent = record(stage.copy(original, "bookings_recorded"), bookers);
        var plain = stage.copy(original, "bookings_plain");
        var overHttp = stage.copy(original, "bookings_http");
        var ratios = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        report.progress("warming up");
        try (var instance = Instance.on(overHttp);
                var connections = Connections.open(plain, CLIENTS)) {
            var visitors = bookers.stream()
                    .map(booker -> booker.at(instance.address()))
                    .toList();
            for (int round = FIRST_ROUNDS + ROUNDS; round < FIRST_ROUNDS + ROUNDS + WARM_UP_ROUNDS; round++) {
                bookings(visitors, round);
            }
            report.progress("booking both ways");
            for (int round = 0; round < FIRST_ROUNDS + ROUNDS; round++) {
                var statements = sent.get(round);
                double http = bookings(visitors, round);
                double jdbc = perSecond(client -> connections.send(client, statements.get(client)));
                if (round >= FIRST_ROUNDS) {
                    ratios.add(http / jdbc);
                    rates.add(http);
                }
            }
        }
        check(plain, FIRST_ROUNDS + ROUNDS);
        check(overHttp, FIRST_ROUNDS + ROUNDS + WARM_UP_ROUNDS);
        report.line(
                "booking.ratio",
                Report.median(ratios),
                "ratio",
                "%d clients, %.0f bookings/s over HTTP, %d statements and commits each; %s; to reach: 0.5"
                        .formatted(
                                CLIENTS,
                                Report.median(rates),
                                sent.getLast().getFirst().size() / EACH,
                                Report.runs(ratios)));
    }

    /** One round over HTTP. */
    private static double bookings(List<Booker> visitors, int round) throws Exception {
        return perSecond(client -> visitors.get(client).book(round * EACH, (round + 1) * EACH));
    }

    private static List<Booker> bookers(Database database) throws IOException, SQLException {
        var bookers = new ArrayList<Booker>();
        try (var instance = Instance.on(database)) {
            var bank = new Bank(database);
            bank.open(CLIENTS, ADVISERS);
            bank.customers(CLIENTS * CUSTOMERS_EACH);
            for (int client = 0; client < CLIENTS; client++) {
                var customers = new ArrayList<Client>();
                for (int i = 1; i <= CUSTOMERS_EACH; i++) {
                    customers.add(Bank.customer(client * CUSTOMERS_EACH + i, instance));
                }
                bookers.add(new Booker(customers, Bank.branch(client + 1), Bank.weekdays(DAYS)));
            }
        }
        return bookers;
    }

    /** By round and client. */
    private static List<List<List<SentStatement>>> record(Database database, List<Booker> bookers) throws Exception {
        var all = new ArrayList<List<List<SentStatement>>>();
        try (var recorder = new StatementRecorder();
                var instance = new SpringApplicationBuilder(GuichetApplication.class)
                        .logStartupInfo(false)
                        .run(quietly(database))) {
            var address =
                    URI.create("http://localhost:" + instance.getEnvironment().getProperty("local.server.port"));
            recorder.take();
            for (int round = 0; round < FIRST_ROUNDS + ROUNDS; round++) {
                var ofRound = new ArrayList<List<SentStatement>>();
                for (var booker : bookers) {
                    booker.at(address).book(round * EACH, (round + 1) * EACH);
                    ofRound.add(recorder.take());
                }
                all.add(ofRound);
            }
        }
        return all;
    }

    private static String[] quietly(Database database) {
        var arguments = new ArrayList<>(List.of(database.arguments()));
        arguments.addAll(List.of("--server.port=0", "--logging.level.guichet=warn", "--logging.level.fr.guichet=warn"));
        return arguments.toArray(String[]::new);
    }

    /** Every booking was made. */
    private static void check(Database database, int rounds) throws SQLException {
        long booked = database.number("select count(*) from appointments.appointment where status = 'BOOKED'");
        if (booked != (long) CLIENTS * EACH * rounds) {
            throw new IllegalStateException(booked + " bookings in " + database.name());
        }
    }

    @FunctionalInterface
    private interface Work {
        void of(int client) throws Exception;
    }

    private static double perSecond(Work work) throws Exception {
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (int number = 0; number < CLIENTS; number++) {
                int client = number;
                calls.add(() -> {
                    work.of(client);
                    return true;
                });
            }
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        }
        return CLIENTS * EACH / ((System.nanoTime() - begun) / 1e9);
    }
}
