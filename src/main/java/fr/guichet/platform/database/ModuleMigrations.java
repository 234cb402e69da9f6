package fr.guichet.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates each module's schema by its own scripts, {@code db/migration/<module>}, with a history of its own inside that schema. No
 * statement crosses schemas, so the order of the modules does not matter.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String ROOT = "db/migration/";

    @Override
    public void migrate(Flyway configured) {
        for (var module : modules()) {
            Flyway.configure()
                    .configuration(configured.getConfiguration())
                    .locations("classpath:" + ROOT + module)
                    .schemas(module)
                    .defaultSchema(module)
                    .createSchemas(true)
                    .load()
                    .migrate();
        }
    }

    private static List<String> modules() {
        try {
            var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "*/V*.sql");
            return java.util.Arrays.stream(scripts)
                    .map(script -> {
                        try {
                            var path = script.getURL().getPath();
                            var start = path.lastIndexOf(ROOT) + ROOT.length();
                            return path.substring(start, path.indexOf('/', start));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
