package fr.guichet.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, a line each: {@code name: value unit (how)}. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** The machine and the day, without which no level means anything. */
    void machine() throws IOException {
        out.printf(
                "# %s: %s, %d cores, %d GiB, Java %s%n",
                LocalDate.now(ZoneOffset.UTC),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                Runtime.version().feature());
    }

    /**
     * One figure.
     *
     * @param how the data, the way it was asked and what is to be reached
     */
    void line(String name, double value, String unit, String how) {
        out.println("%s: %s %s  (%s)".formatted(name, number(value), unit, how));
    }

    /** What goes on, for whoever waits. */
    void progress(String what) {
        System.err.println("  " + what);
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The value that so many of a hundred do not pass. */
    static double percentile(List<Double> values, double percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100 * sorted.size()) - 1));
    }

    /** The single runs, so that a reader sees how far they lie apart. */
    static String runs(List<Double> values) {
        return values.stream().map(Report::number).collect(Collectors.joining(" ", "runs ", ""));
    }

    private static String number(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private static String processor() throws IOException {
        var info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static long memory() {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return Math.round(system.getTotalMemorySize() / Math.pow(1024, 3));
    }
}
