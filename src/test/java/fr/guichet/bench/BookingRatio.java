package fr.guichet.bench;

import fr.guichet.GuichetApplication;
import fr.guichet.bench.Client.Answer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How many bookings a second sixteen customers get over HTTP, against how often the same SQL can be sent over sixteen connections by
 * plain JDBC. What one booking sends is written down from a run on a copy of the database, and sent again on another copy; a third
 * copy takes the bookings over HTTP. Rounds of both alternate, on the same slots.
 */
final class BookingRatio implements Figure {

    private static final int CLIENTS = 16;
    private static final int ADVISERS = 8;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 5;
    private static final int EACH = 98;
    private static final int SLOTS_A_DAY = 14;

    @Override
    public List<String> names() {
        return List.of("booking.ratio");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        report.progress("signing customers in");
        var original = stage.create("bookings");
        var clients = new ArrayList<Client>();
        try (var instance = Instance.on(original)) {
            var bank = new Bank(original);
            bank.open(CLIENTS, ADVISERS);
            bank.customers(CLIENTS);
            for (int number = 1; number <= CLIENTS; number++) {
                clients.add(Bank.customer(number, instance));
            }
        }
        report.progress("writing down what a booking sends");
        var sent = record(stage.copy(original, "bookings_recorded"), clients);
        var plain = stage.copy(original, "bookings_plain");
        var overHttp = stage.copy(original, "bookings_http");
        var ratios = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        try (var instance = Instance.on(overHttp);
                var connections = Connections.open(plain, CLIENTS)) {
            for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
                var bookings = round;
                double http =
                        perSecond(client -> bookAll(clients.get(client).at(instance.address()), client, bookings));
                double jdbc = perSecond(
                        client -> connections.send(client, sent.get(bookings).get(client)));
                if (round >= WARM_UP_ROUNDS) {
                    ratios.add(http / jdbc);
                    rates.add(http);
                }
            }
        }
        check(plain);
        check(overHttp);
        int statements = sent.getLast().getFirst().size() / EACH;
        report.line(
                "booking.ratio",
                Report.median(ratios),
                "ratio",
                "%d clients, %.0f bookings/s over HTTP, %d statements and commits each; %s; to reach: 0.5"
                        .formatted(CLIENTS, Report.median(rates), statements, Report.runs(ratios)));
    }

    /** By round and client. */
    private static List<List<List<SentStatement>>> record(Database database, List<Client> clients) throws Exception {
        var all = new ArrayList<List<List<SentStatement>>>();
        try (var recorder = new StatementRecorder();
                var instance = new SpringApplicationBuilder(GuichetApplication.class)
                        .logStartupInfo(false)
                        .run(quietly(database))) {
            var address =
                    URI.create("http://localhost:" + instance.getEnvironment().getProperty("local.server.port"));
            recorder.take();
            for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
                var ofRound = new ArrayList<List<SentStatement>>();
                for (int client = 0; client < CLIENTS; client++) {
                    bookAll(clients.get(client).at(address), client, round);
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

    /** One customer books one visit after another in a branch of his or her own. */
    private static void bookAll(Client client, int number, int round) throws IOException {
        var days = Bank.weekdays((WARM_UP_ROUNDS + ROUNDS) * EACH / SLOTS_A_DAY);
        for (int i = round * EACH; i < (round + 1) * EACH; i++) {
            int half = i % SLOTS_A_DAY;
            var time = LocalTime.of(half < 7 ? 9 : 14, 0).plusMinutes(30L * (half % 7));
            var start = days.get(i / SLOTS_A_DAY).atTime(time).atZone(Bank.ZONE).toOffsetDateTime();
            check(client.post(
                    "/api/appointments",
                    "{\"branchId\":\"%s\",\"reasonId\":\"%s\",\"start\":\"%s\"}"
                            .formatted(Bank.branch(number + 1), Bank.REASON, start),
                    "Idempotency-Key",
                    UUID.randomUUID().toString()));
        }
    }

    private static void check(Answer answer) throws IOException {
        if (answer.status() != 201) {
            throw new IOException("A booking was refused: " + answer);
        }
    }

    /** Both ways came to the same end. */
    private static void check(Database database) throws SQLException {
        long booked = database.number("select count(*) from appointments.appointment where status = 'BOOKED'");
        if (booked != (long) CLIENTS * EACH * (WARM_UP_ROUNDS + ROUNDS)) {
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
