package fr.guichet.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Whether sixty-four customers who fight over five advisers at two instances ever get anything but a slot or a refusal. */
final class BookingConflicts implements Figure {

    private static final int CLIENTS = 64;
    private static final int ADVISERS = 5;
    private static final int ATTEMPTS = 100_000;

    private static final String OVERLAPS = """
            select count(*) from appointments.appointment a join appointments.appointment b
                on a.adviser_id = b.adviser_id and a.id < b.id and a.blocked && b.blocked
            where a.status in ('HELD', 'OFFERED', 'BOOKED') and b.status in ('HELD', 'OFFERED', 'BOOKED')""";

    @Override
    public List<String> names() {
        return List.of("booking.conflicts");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        var database = stage.create("conflicts");
        try (var one = Instance.on(database);
                var other = Instance.on(database)) {
            report.progress("signing customers in");
            var bank = new Bank(database);
            bank.open(1, ADVISERS);
            bank.customers(CLIENTS);
            var rivals = new ArrayList<Rival>();
            for (int number = 1; number <= CLIENTS; number++) {
                var client = Bank.customer(number, one);
                rivals.add(new Rival(number, List.of(client, client.at(other.address()))));
            }
            report.progress("fighting over slots");
            var begun = System.nanoTime();
            fight(rivals);
            long seconds = (System.nanoTime() - begun) / 1_000_000_000;
            long overlaps = database.number(OVERLAPS);
            long errors =
                    rivals.stream().mapToLong(rival -> rival.errors().size()).sum();
            rivals.stream()
                    .flatMap(rival -> rival.errors().stream())
                    .distinct()
                    .limit(5)
                    .forEach(report::progress);
            report.line(
                    "booking.conflicts",
                    (double) (overlaps + errors),
                    "overlaps + errors",
                    "%d overlaps, %d errors; %d attempts of %d clients on %d advisers at two instances in %d s, %d of them got a slot; to reach: 0"
                            .formatted(
                                    overlaps,
                                    errors,
                                    rivals.stream().mapToLong(Rival::attempts).sum(),
                                    CLIENTS,
                                    ADVISERS,
                                    seconds,
                                    rivals.stream().mapToLong(Rival::won).sum()));
        }
    }

    private static void fight(List<Rival> rivals) throws Exception {
        try (var threads = Executors.newFixedThreadPool(rivals.size())) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (var rival : rivals) {
                calls.add(() -> {
                    rival.fight(Math.ceilDiv(ATTEMPTS, CLIENTS));
                    return true;
                });
            }
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        }
    }
}
