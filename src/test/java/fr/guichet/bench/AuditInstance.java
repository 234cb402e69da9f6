package fr.guichet.bench;

import fr.guichet.GuichetApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Guichet in this process, for figures that need more than its web operations. */
final class AuditInstance {

    private AuditInstance() {}

    /** Starts one on the database, with a place of its own for checkpoints. */
    static ConfigurableApplicationContext on(Database database, String... more) {
        var arguments = new ArrayList<>(List.of(database.arguments()));
        arguments.add("--server.port=0");
        arguments.add("--logging.level.root=off");
        arguments.add("--logging.level.fr.guichet=off");
        arguments.add("--logging.level.guichet=off");
        arguments.add("--guichet.audit.checkpoints=" + Path.of("target", "bench", "checkpoints-" + database.name()));
        arguments.addAll(Arrays.asList(more));
        return new SpringApplicationBuilder(GuichetApplication.class).run(arguments.toArray(String[]::new));
    }
}
