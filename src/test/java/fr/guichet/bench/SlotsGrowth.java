package fr.guichet.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether a question about one branch takes longer when the bank has many more. */
final class SlotsGrowth implements Figure {

    private static final int FEW = 10;
    private static final int MANY = 2_000;
    private static final int ADVISERS = 8;
    private static final int DAYS = 90;
    private static final int PER_MILLE = 100;
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 9;
    private static final int QUESTIONS = 500;

    @Override
    public List<String> names() {
        return List.of("slots.growth");
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, SQLException {
        var few = stage.create("few");
        var many = stage.create("many");
        try (var small = Instance.on(few);
                var large = Instance.on(many)) {
            report.progress("filling two databases");
            fill(few, FEW);
            fill(many, MANY);
            var ofFew = new SlotQuestion(small, Bank.branch(1));
            var ofMany = new SlotQuestion(large, Bank.branch(1));
            ofFew.ask(WARM_UP);
            ofMany.ask(WARM_UP);
            var ratios = new ArrayList<Double>();
            for (int run = 0; run < RUNS; run++) {
                ratios.add(run % 2 == 0 ? ratio(ofFew, ofMany) : 1 / ratio(ofMany, ofFew));
            }
            report.line(
                    "slots.growth",
                    Report.median(ratios),
                    "ratio",
                    "medians with %d branches and %d appointments to %d and %d; %s; to reach: 1.3"
                            .formatted(
                                    MANY, new Bank(many).visits(), FEW, new Bank(few).visits(), Report.runs(ratios)));
        }
    }

    private static void fill(Database database, int branches) throws SQLException {
        var bank = new Bank(database);
        bank.open(branches, ADVISERS);
        bank.book(DAYS, PER_MILLE);
    }

    private static double ratio(SlotQuestion base, SlotQuestion other) throws IOException {
        var before = Report.median(base.ask(QUESTIONS));
        return Report.median(other.ask(QUESTIONS)) / before;
    }
}
