package fr.guichet.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.GuichetApplication;
import fr.guichet.platform.start.StartRefused;
import fr.guichet.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.core.ApplicationModules;

/** Schemas are brought up to date once, by whoever comes first; databases that are not ours to migrate are refused in one line. */
class ModuleMigrationsTests {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final String url = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));

    @Test
    void everyFolderOfScriptsIsAModule() throws IOException {
        var modules = ApplicationModules.of(GuichetApplication.class).stream()
                .map(module -> module.getIdentifier().toString())
                .toList();
        assertThat(modules).containsAll(ModuleScripts.all().keySet());
        var strays = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*");
        assertThat(strays)
                .extracting(folder -> folder.getFile().getName())
                .isSubsetOf(ModuleScripts.all().keySet());
    }

    @Test
    void aSecondStartAsksOneQuestionAndChangesNothing() {
        migrate();
        jdbc.sql("DROP TABLE platform.flyway_schema_history").update(); // Flyway would complain
        migrate();
        assertThat(jdbc.sql("SELECT count(*) FROM platform.migrated_module")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void instancesThatStartTogetherWaitForEachOther() {
        var empty = TestDatabase.empty();
        var starts = Stream.generate(() -> CompletableFuture.runAsync(() -> migrate(empty, "postgres", "postgres")))
                .limit(3)
                .toArray(CompletableFuture[]::new);
        assertThat(CompletableFuture.allOf(starts)).succeedsWithin(LIMIT);
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() {
        migrate();
        jdbc.sql("UPDATE platform.migrated_module SET version = '999', fingerprint = 'x' WHERE module = 'branches'")
                .update();
        refuses(this::migrate, "belongs to a newer Guichet (module branches is at version 999 there");
    }

    @Test
    void aDatabaseWithAModuleThatWeDoNotKnowIsRefused() {
        migrate();
        jdbc.sql("INSERT INTO platform.migrated_module VALUES ('teleportation', '1', 'x')")
                .update();
        refuses(this::migrate, "belongs to a newer Guichet (module teleportation is at version 1 there, at none here)");
    }

    @Test
    void aNewerHistoryIsRefusedEvenWhenNothingElseTells() {
        migrate();
        jdbc.sql("DELETE FROM platform.migrated_module").update();
        jdbc.sql("""
                INSERT INTO platform.flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)""").update();
        refuses(this::migrate, "belongs to a newer Guichet (module platform is at version 99 there");
    }

    @Test
    void aDatabaseMadeByOtherScriptsIsRefused() {
        migrate();
        jdbc.sql("UPDATE platform.migrated_module SET fingerprint = 'x' WHERE module = 'platform'")
                .update();
        jdbc.sql("UPDATE platform.flyway_schema_history SET checksum = 1 WHERE version = '1'")
                .update();
        refuses(this::migrate, "was made by other scripts than this Guichet has for module platform");
    }

    @Test
    void whatKeepsUsOutIsNamed() {
        refuses(() -> migrate(url, "postgres", "guess"), "does not accept the user or the password");
        refuses(() -> migrate(url.replace("guichet_test", "nowhere"), "postgres", "postgres"), "does not exist");
        refuses(() -> migrate("jdbc:postgresql://127.0.0.1:1/guichet", "postgres", "postgres"), "cannot be reached");
        refuses(() -> migrate("jdbc:oracle:thin:@x", "postgres", "postgres"), "cannot be reached");
    }

    @Test
    void aUserWithoutRightsIsNamed() {
        jdbc.sql("CREATE ROLE weak_%d LOGIN PASSWORD 'weak'"
                        .formatted(ProcessHandle.current().pid()))
                .update();
        var empty = TestDatabase.empty();
        refuses(
                () -> migrate(empty, "weak_" + ProcessHandle.current().pid(), "weak"),
                "does not let this user do what is needed");
    }

    private void migrate() {
        migrate(url, "postgres", "postgres");
    }

    private static void migrate(String url, String user, String password) {
        new ModuleMigrations(new Connections(url, user, password, new DatabaseState())).run();
    }

    private static void refuses(ThrowingCallable work, String why) {
        assertThatThrownBy(work)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
    }
}
