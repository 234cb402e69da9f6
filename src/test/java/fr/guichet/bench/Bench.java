package fr.guichet.bench;

import java.util.List;

/** {@code ./guichet bench [name]}: measures every figure, or those whose name begins so. */
public final class Bench {

    private static final List<Figure> FIGURES = List.of(
            new SlotsLatency(),
            new SlotsGrowth(),
            new BookingRatio(),
            new BookingConflicts(),
            new LoginRate(),
            new LoginStorm(),
            new LockoutExact(),
            new RightsMatrix(),
            new AuditRate(),
            new AuditTamper(),
            new StartTime(),
            new WebSize());

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        // As many connections are kept open as the largest figure has people who wait for an answer.
        System.setProperty("http.maxConnections", "200");
        var wanted = arguments.length == 0 ? "" : arguments[0];
        var figures = FIGURES.stream()
                .filter(figure -> figure.names().stream().anyMatch(name -> name.startsWith(wanted)))
                .toList();
        if (figures.isEmpty()) {
            System.err.println("There is no figure \"%s\"; there are: %s"
                    .formatted(
                            wanted,
                            String.join(
                                    ", ",
                                    FIGURES.stream()
                                            .flatMap(figure -> figure.names().stream())
                                            .toList())));
            System.exit(2);
        }
        var report = new Report(System.out);
        report.machine();
        try (var stage = new Stage()) {
            for (var figure : figures) {
                figure.measure(stage, report);
            }
        }
    }
}
