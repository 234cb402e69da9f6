package fr.guichet.audit.verification;

import com.google.crypto.tink.Mac;
import com.google.crypto.tink.PublicKeyVerify;
import fr.guichet.audit.sealing.Checkpoints;
import fr.guichet.platform.keys.KeyDirectory;
import fr.guichet.platform.keys.KeyPurpose;
import fr.guichet.platform.keys.Keys;
import fr.guichet.platform.start.StartRefused;
import fr.guichet.platform.start.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@code ./guichet audit verify}: proves the audit trail of a database, whether Guichet runs or not, or says where it does not hold.
 * Takes the settings that Guichet takes. Needs the public key only; with the secret one it also looks at what is not sealed yet.
 *
 * <p>Ends with 0 when the trail is intact, 1 when it is not, 2 when that cannot be told.
 */
public final class VerifyCommand {

    static final int INTACT = 0;
    static final int TAMPERED = 1;
    static final int UNKNOWN = 2;

    private static final List<String> QUIET =
            List.of("--logging.level.root=off", "--logging.level.fr.guichet=off", "--logging.level.guichet=off");

    private final Terminal terminal;

    private VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String... arguments) {
        System.exit(run(new Terminal(), arguments));
    }

    static int run(Terminal terminal, String... arguments) {
        return new VerifyCommand(terminal).run(arguments);
    }

    private int run(String... arguments) {
        var options = new ArrayList<>(Arrays.asList(arguments));
        if (options.isEmpty() || !options.removeFirst().equals("verify")) {
            return cannot(
                    "The command is: audit verify [--guichet.keys.directory=DIR] [--spring.datasource.url=URL …]");
        }
        if (namesNoDatabase(options)) {
            return cannot(
                    "There is no database to verify: name its home with --guichet.home=FOLDER, or the database with --spring.datasource.url=URL.");
        }
        options.addAll(QUIET);
        var application = new SpringApplication(Settings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var context = application.run(options.toArray(String[]::new))) {
            return verify(context.getEnvironment());
        } catch (SQLException e) {
            return cannot("The database cannot be read: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return cannot(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return cannot(reason(e));
        }
    }

    /** Only the settings are read: no part of the program is started, except the embedded database when it is that one. */
    private static final class Settings {}

    /** An embedded database that was never there would be made, to be found empty. */
    private static boolean namesNoDatabase(List<String> options) {
        var given = new StandardEnvironment();
        given.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options.toArray(String[]::new)));
        var home = given.getProperty(
                "guichet.home", given.getProperty("GUICHET_HOME", System.getProperty("user.home") + "/.guichet"));
        return !given.containsProperty("spring.datasource.url")
                && !given.containsProperty("SPRING_DATASOURCE_URL")
                && !Files.isDirectory(Path.of(home).resolve("data"));
    }

    private int verify(Environment settings) throws SQLException, IOException {
        var directory = new KeyDirectory(Path.of(settings.getRequiredProperty("guichet.keys.directory")));
        var keys = new Keys(directory);
        var publicKeys = keys.auditVerifier();
        var secret = Files.isReadable(directory.file(KeyPurpose.AUDIT_ENTRIES)) ? keys.auditEntries() : null;
        // Before the database is looked at: a note that is written meanwhile must not be ahead of what we see.
        var folder = Path.of(settings.getRequiredProperty("guichet.audit.checkpoints"));
        var notes = new Checkpoints(folder).all();
        try (var connection = connect(settings)) {
            if (!hasTrail(connection)) {
                return cannot("This database holds no audit trail.");
            }
            return tell(proof(connection, publicKeys, secret, notes), folder);
        }
    }

    private Proof proof(
            Connection connection, PublicKeyVerify verifier, @Nullable Mac secret, List<Checkpoints.Found> notes)
            throws SQLException {
        return new TrailVerification(verifier, secret, notes, finding -> terminal.line("FOUND  " + finding.line()))
                .run(connection);
    }

    private int tell(Proof proof, Path folder) {
        if (proof.removed() > 0) {
            terminal.line("Batches up to %d were removed because their time was over, which is signed."
                    .formatted(proof.removed()));
        }
        terminal.line("Verified %d batches with %d entries.".formatted(proof.batches(), proof.entries()));
        if (proof.unsealed() > 0) {
            terminal.line("%d newer entries are not sealed yet; %s"
                    .formatted(
                            proof.unsealed(),
                            proof.unsealedChecked()
                                    ? "each was checked by its own mark. Whether one of them was taken out cannot be seen before they are sealed."
                                    : "without the secret key nothing can be said about those."));
        }
        if (proof.findings() > 0) {
            terminal.line("The trail was tampered with (findings: %d).".formatted(proof.findings()));
            return TAMPERED;
        }
        var checkpoint = proof.checkpoint();
        if (checkpoint == null) {
            return cannot(
                    "What is there is intact. Whether its end is missing cannot be told: there is no checkpoint in %s (name the place with --guichet.audit.checkpoints=DIR)."
                            .formatted(folder));
        }
        terminal.line("The trail is intact, and reaches at least as far as was noted outside the database (batch %d)."
                .formatted(checkpoint));
        return INTACT;
    }

    private static Connection connect(Environment settings) throws SQLException {
        var connection = DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password"));
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static boolean hasTrail(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_regclass('audit.batch') is not null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static String reason(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return Objects.requireNonNull(cause.getMessage());
            }
        }
        return failure.toString();
    }

    private int cannot(String why) {
        terminal.problem("guichet: " + why);
        return UNKNOWN;
    }
}
