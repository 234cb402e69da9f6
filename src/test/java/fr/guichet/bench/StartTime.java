package fr.guichet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long {@code ./guichet run} takes when nothing has changed: the script, the JVM, the database, the small bank. */
final class StartTime implements Figure {

    private static final int RUNS = 9;

    @Override
    public List<String> names() {
        return List.of("start.warm");
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        var home = Path.of("target", "bench", "start").toAbsolutePath();
        var command = List.of("./guichet", "run", "--server.port=0", "--guichet.home=" + home);
        report.progress("opening the small bank");
        Instance.started(command).close();
        var seconds = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            var begun = System.nanoTime();
            try (var _ = Instance.started(command)) {
                seconds.add((System.nanoTime() - begun) / 1e9);
            }
        }
        report.line(
                "start.warm",
                Report.median(seconds),
                "s",
                "./guichet run until it is ready, embedded database with the small bank; %s; to reach: 2.5"
                        .formatted(Report.runs(seconds)));
    }
}
