package fr.guichet.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How long a customer waits for the free slots of a very large branch, warm, and as the first who asks after a restart. */
final class SlotsLatency implements Figure {

    private static final int BRANCHES = 10;
    private static final int ADVISERS = 200;
    private static final int DAYS = 90;
    private static final int PER_MILLE = 580;
    private static final int WARM_UP = 3_000;
    private static final int RUNS = 5;
    private static final int QUESTIONS = 500;

    @Override
    public List<String> names() {
        return List.of("slots.p99", "slots.p99.cold");
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, SQLException {
        var database = stage.create("slots");
        var bank = new Bank(database);
        var warm = new ArrayList<Double>();
        var medians = new ArrayList<Double>();
        try (var instance = Instance.on(database)) {
            report.progress("filling the database");
            bank.open(BRANCHES, ADVISERS);
            bank.book(DAYS, PER_MILLE);
            var question = new SlotQuestion(instance, Bank.branch(1));
            question.ask(WARM_UP);
            for (int run = 0; run < RUNS; run++) {
                var millis = question.ask(QUESTIONS);
                warm.add(Report.percentile(millis, 99));
                medians.add(Report.median(millis));
            }
        }
        var data =
                "%d appointments, %d branches of %d advisers, over HTTP".formatted(bank.visits(), BRANCHES, ADVISERS);
        report.line(
                "slots.p99",
                Report.median(warm),
                "ms",
                "warm, half of the answers within %.1f, %s; %s; to reach: 10"
                        .formatted(Report.median(medians), data, Report.runs(warm)));
        cold(stage, database, report, data);
    }

    /** The very first request of all finds a JVM that is still loading classes: it is told apart. */
    private static void cold(Stage stage, Database database, Report report, String data) throws IOException {
        var first = new ArrayList<Double>();
        var cold = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            report.progress("restarting");
            stage.restart();
            try (var instance = Instance.on(database)) {
                first.add(new SlotQuestion(instance, Bank.branch(BRANCHES)).ask());
                cold.add(new SlotQuestion(instance, Bank.branch(1)).ask());
            }
        }
        report.line(
                "slots.p99.cold",
                Report.median(cold),
                "ms",
                "first of its branch after instance and database were restarted, the very first request took %.0f; %s; %s; to reach: 50"
                        .formatted(Report.median(first), data, Report.runs(cold)));
    }
}
