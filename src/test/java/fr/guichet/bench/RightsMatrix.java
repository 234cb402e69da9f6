package fr.guichet.bench;

import fr.guichet.GuichetApplication;
import fr.guichet.rights.RightsWalk;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Whether every role may do what the table of rights says, on whose data it says, and nothing else. */
final class RightsMatrix implements Figure {

    @Override
    public List<String> names() {
        return List.of("rights.matrix");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        var database = stage.create("rights_matrix");
        var arguments = Stream.concat(
                Stream.of(
                        "--server.port=0",
                        "--logging.level.root=error",
                        "--logging.level.fr.guichet=error",
                        RightsWalk.CLOCK),
                Stream.of(database.arguments()));
        try (var instance =
                new SpringApplicationBuilder(GuichetApplication.class).run(arguments.toArray(String[]::new))) {
            report.progress("trying every operation as everyone");
            var result = RightsWalk.on(instance);
            result.leaks().forEach(report::progress);
            report.line(
                    "rights.matrix",
                    result.leaks().size(),
                    "leaks",
                    "%d operations x %d roles and nobody x own, same branch, other: %d cells, all checked; to reach: 0"
                            .formatted(result.operations(), result.roles(), result.cells()));
        }
    }
}
