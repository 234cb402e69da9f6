package fr.guichet.bench;

import fr.guichet.platform.database.embedded.EmbeddedServer;
import fr.guichet.platform.database.embedded.ServerAddress;
import fr.guichet.platform.keys.KeyDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.commons.logging.impl.NoOpLog;

/** Where figures are measured: a PostgreSQL of their own, with the settings that {@code ./guichet run} gives it. */
final class Stage implements AutoCloseable {

    private final Path home = Path.of("target", "bench", "home");
    private EmbeddedServer server = open();

    private EmbeddedServer open() {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var opened = EmbeddedServer.open(home, new NoOpLog());
        opened.awaitReady();
        return opened;
    }

    /** The folder of the keys that the instances use. */
    Path keys() {
        var directory = new KeyDirectory(home.resolve("keys"));
        try {
            directory.createMissing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory.path();
    }

    /** Stops the server and starts it, so that its memory is empty. */
    void restart() {
        server.close();
        server = open();
    }

    /** A new, empty database of that name. */
    Database create(String name) throws SQLException {
        drop(name);
        execute("CREATE DATABASE " + name);
        return new Database(this, name);
    }

    /** A new database with all that another holds; nobody may be using that one. */
    Database copy(Database original, String name) throws SQLException {
        drop(name);
        execute("CREATE DATABASE " + name + " TEMPLATE " + original.name());
        return new Database(this, name);
    }

    private void drop(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address().role());
        properties.setProperty("password", address().password());
        return DriverManager.getConnection(url(database), properties);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable"
                .formatted(address().port(), database);
    }

    ServerAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
