package fr.guichet.testing;

import fr.guichet.platform.database.Migrated;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every Spring context of the test run a database of its own, migrated and without rows, on one PostgreSQL that the test JVM
 * starts when the first one asks, below {@code target}. Migrating takes seconds and copying does not, so they are copies of one that
 * was migrated. Registered in {@code META-INF/spring.factories} of the test resources; a test that names
 * {@code spring.datasource.url} itself keeps its own. All share one folder of keys unless they name {@code guichet.keys.directory}.
 */
public final class TestDatabase implements EnvironmentPostProcessor, Ordered {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PREFIX = "guichet_test_";
    private static final String USER = "postgres";

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1; // before Guichet would start a server for the context
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isDefault(environment.getProperty("guichet.keys.directory", ""), environment)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("testKeys", Map.of("guichet.keys.directory", keys())));
        }
        if (environment
                .getProperty("guichet.audit.checkpoints", "")
                .equals(environment.getProperty("guichet.home") + "/audit")) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "testCheckpoints", Map.of("guichet.audit.checkpoints", "target/test-checkpoints")));
        }
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testDatabase",
                        Map.of(
                                "spring.datasource.url", create(),
                                "spring.datasource.username", USER,
                                "spring.datasource.password", USER)));
    }

    private static boolean isDefault(String keys, ConfigurableEnvironment environment) {
        return keys.equals(environment.getProperty("guichet.home") + "/keys");
    }

    /** The folder of the keys that all instances of the test run share, as instances of one database must. */
    private static String keys() {
        var directory = new KeyDirectory(Path.of("target", "test-keys"));
        try {
            directory.createMissing();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys for the tests could not be made", e);
        }
        return directory.path().toString();
    }

    /** The JDBC address of a new database as the migrations leave it; role and password are both {@code postgres}. */
    public static String create() {
        var url = create("TEMPLATE " + Template.NAME);
        try (var connection = DriverManager.getConnection(url, USER, USER);
                var statement = connection.createStatement()) {
            // Each has an audit trail of its own, not a copy of one.
            statement.execute("UPDATE audit.trail SET id = gen_random_uuid()");
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be prepared", e);
        }
        return url;
    }

    /** The same of a database with nothing in it. */
    public static String empty() {
        return create("");
    }

    private static String create(String how) {
        var name = nextName();
        try (var connection = Server.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " " + how);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be created", e);
        }
        return url(name);
    }

    private static String nextName() {
        return PREFIX + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    }

    private static String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(Server.ADDRESS.port(), name);
    }

    private static final class Template {

        private static final String NAME = migrated();

        private static String migrated() {
            var url = empty();
            Migrated.database(url, USER, USER);
            return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        }
    }

    private static final class Server {

        private static final ServerAddress ADDRESS = start();

        private static ServerAddress start() {
            try {
                var home = Path.of("target", "test-home");
                Files.createDirectories(home);
                Files.writeString(
                        home.resolve("postgresql.local.conf"),
                        "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 300\n");
                var server = EmbeddedServer.open(home, LogFactory.getLog(EmbeddedServer.class));
                // After the contexts, which would each wait for it in vain.
                SpringApplication.getShutdownHandlers().add(server::close);
                server.awaitReady();
                tidy(server.address());
                return server.address();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for the tests did not start", e);
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL for the tests did not start", e);
            }
        }

        /** Makes the role that tests use, and drops what earlier test JVMs left. */
        private static void tidy(ServerAddress address) throws SQLException {
            try (var connection = connect(address);
                    var statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(1)");
                statement.execute("""
                        DO $$ BEGIN
                          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'postgres') THEN
                            CREATE ROLE postgres SUPERUSER LOGIN PASSWORD 'postgres';
                          END IF;
                        END $$""");
                for (var name : left(connection)) {
                    statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
                }
            }
        }

        private static List<String> left(Connection connection) throws SQLException {
            var left = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT datname FROM pg_database WHERE datname LIKE '" + PREFIX + "%'")) {
                while (rows.next()) {
                    var name = rows.getString(1);
                    var pid = Long.parseLong(name.substring(PREFIX.length(), name.lastIndexOf('_')));
                    if (ProcessHandle.of(pid).isEmpty()
                            || pid == ProcessHandle.current().pid()) {
                        left.add(name);
                    }
                }
            }
            return left;
        }

        static Connection connect() throws SQLException {
            return connect(ADDRESS);
        }

        private static Connection connect(ServerAddress address) throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", address.role());
            properties.setProperty("password", address.password());
            return DriverManager.getConnection(address.url(), properties);
        }
    }
}
