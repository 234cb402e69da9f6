package fr.guichet.audit.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.audit.SampleTrail;
import fr.guichet.platform.keys.KeyDirectory;
import fr.guichet.platform.start.Terminal;
import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What {@code ./guichet audit verify} says and how it ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerifyCommandTests {

    @TempDir
    private static Path folder;

    private ConfigurableApplicationContext instance;
    private SampleTrail trail;
    private String url;
    private KeyDirectory keys;

    private record Answer(int code, String text) {}

    @BeforeAll
    void aTrail() throws InterruptedException, IOException {
        url = TestDatabase.create();
        keys = new KeyDirectory(folder.resolve("keys"));
        keys.createMissing();
        instance = Instances.on(
                url,
                List.of(
                        "--guichet.audit.checkpoints=" + folder.resolve("notes"),
                        "--guichet.keys.directory=" + keys.path(),
                        "--guichet.audit.seal-every=1h"));
        trail = SampleTrail.undisturbed(instance);
        trail.addSealed(3, 12);
        trail.add(3);
    }

    @AfterAll
    void end() {
        instance.close();
    }

    @Test
    @Order(1)
    void anIntactTrail() {
        var answer = verify();

        assertThat(answer.text())
                .contains("The trail is intact")
                .contains("Verified ")
                .contains("not sealed yet");
        assertThat(answer.code()).isZero();
    }

    @Test
    @Order(1)
    void anAuditorNeedsThePublicKeyOnly() throws IOException {
        var auditor = Files.createDirectories(folder.resolve("auditor"));
        Files.copy(keys.path().resolve("audit.public.json"), auditor.resolve("audit.public.json"));

        var answer = verify("--guichet.keys.directory=" + auditor);

        assertThat(answer.text()).contains("without the secret key").contains("The trail is intact");
        assertThat(answer.code()).isZero();
    }

    @Test
    @Order(1)
    void keysOfSomebodyElseProveNothing() throws IOException {
        var others = new KeyDirectory(folder.resolve("others"));
        others.createMissing();

        var answer = verify("--guichet.keys.directory=" + others.path());

        assertThat(answer.text()).contains("The seal does not hold");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    @Order(1)
    void withoutANoteTheEndCannotBeJudged() {
        var answer = verify("--guichet.audit.checkpoints=" + folder.resolve("nowhere"));

        assertThat(answer.text()).contains("Whether its end is missing cannot be told");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    @Order(1)
    void whatCannotBeReadIsSaidInOneLine() {
        assertThat(verify("--guichet.keys.directory=" + folder.resolve("none")).code())
                .isEqualTo(2);
        assertThat(verify("--spring.datasource.password=wrong").text()).contains("The database cannot be read");
        var nowhere = run("verify", "--guichet.home=" + folder.resolve("no-home"));
        assertThat(nowhere.text()).contains("There is no database to verify");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(folder.resolve("no-home")).doesNotExist();
        assertThat(run("prove").code()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void aTrailThatWasTamperedWith() throws SQLException {
        try (var connection = trail.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.executeUpdate("delete from audit.entry where seq = (select min(seq) from audit.entry)");
            connection.commit();
        }

        var answer = verify();

        assertThat(answer.text())
                .containsPattern("FOUND {2}batch 2, entry \\d+: It has been removed.")
                .contains("findings: 1");
        assertThat(answer.code()).isEqualTo(1);
    }

    private Answer verify(String... options) {
        var all = new ArrayList<>(List.of(
                "verify",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--guichet.audit.checkpoints=" + folder.resolve("notes")));
        if (!List.of(options).toString().contains("password")) {
            all.add("--spring.datasource.password=postgres");
        }
        if (!List.of(options).toString().contains("keys.directory")) {
            all.add("--guichet.keys.directory=" + keys.path());
        }
        if (List.of(options).toString().contains("checkpoints")) {
            all.removeIf(option -> option.startsWith("--guichet.audit.checkpoints"));
        }
        all.addAll(List.of(options));
        return run(all.toArray(String[]::new));
    }

    private static Answer run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, UTF_8);
        var code = VerifyCommand.run(new Terminal(out, out), arguments);
        return new Answer(code, bytes.toString(UTF_8));
    }
}
