package fr.guichet.platform.database.embedded;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.guichet.platform.start.StartRefused;
import fr.guichet.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server in good and bad times; other instances are processes of their own, killed as {@code kill -9} kills. */
class EmbeddedServerTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private static Path template;

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    /** One home set up for all; most tests begin with a copy of it. */
    @BeforeAll
    static void setUp() throws IOException {
        TestDatabase.empty(); // has the programs unpacked
        Files.createSymbolicLink(
                template.resolve("server"), Path.of("target/test-home/server").toAbsolutePath());
        open(template).close();
    }

    @AfterAll
    static void unlink() throws IOException {
        Files.delete(template.resolve("server"));
    }

    @BeforeEach
    void copyTheTemplate() throws IOException {
        home = folder.resolve("it's a home");
        try (var files = Files.walk(template)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, home.resolve(template.relativize(file)), COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        Files.deleteIfExists(home.resolve("server"));
        var left = Postmaster.of(data());
        left.ifPresent(postmaster -> ProcessHandle.of(postmaster.pid()).ifPresent(ProcessHandle::destroyForcibly));
        assertThat(left).isEmpty();
    }

    @Test
    void dataAndPortAreKeptWhenTheLastOneStopsTheServer() throws Exception {
        int port;
        try (var first = open()) {
            port = first.address().port();
            execute(first, "CREATE TABLE kept AS SELECT 7 AS number");
        }
        assertThat(Postmaster.of(data())).isEmpty();
        try (var second = open()) {
            assertThat(second.address().port()).isEqualTo(port);
            assertThat(number(second)).isEqualTo(7);
        }
    }

    @Test
    void nobodyElseMayReadThePassword() throws Exception {
        try (var server = open()) {
            assertThat(Files.getPosixFilePermissions(home.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server.address().url(), "guichet", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void twoInstancesShareTheServerAndTheLastOneStopsIt() throws Exception {
        try (var first = open()) {
            try (var second = ServerHolder.start(home)) {
                assertThat(second.port()).isEqualTo(first.address().port());
            }
            assertThat(Postmaster.of(data())).isPresent();
            execute(first, "SELECT 1");
        }
    }

    @Test
    void instancesThatRaceForAnEmptyHomeMakeOneServer() throws Exception {
        empty();
        var racers = Stream.generate(() -> ServerHolder.start(home)).limit(4).toList();
        var ports = new int[racers.size()];
        for (var i = 0; i < ports.length; i++) {
            ports[i] = racers.get(i).port();
        }
        assertThat(Arrays.stream(ports).distinct()).hasSize(1);
        for (var racer : racers) {
            assertThat(Postmaster.of(data())).isPresent();
            racer.close();
        }
    }

    @Test
    void theServerOfAKilledInstanceIsTakenOver() throws Exception {
        var killed = ServerHolder.start(home);
        var port = killed.port();
        var postmaster = Postmaster.of(data()).orElseThrow();
        killed.kill();
        try (var next = open()) {
            assertThat(next.address().port()).isEqualTo(port);
            assertThat(Postmaster.of(data()).orElseThrow().pid()).isEqualTo(postmaster.pid());
        }
    }

    @Test
    void whatWasCommittedSurvivesTheDeathOfEverything() throws Exception {
        var killed = ServerHolder.start(home);
        killed.port();
        var postmaster = Postmaster.of(data()).orElseThrow();
        try (var connection = connect(new ServerAddress(postmaster.port(), password()));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 7 AS number");
            kill(postmaster);
        }
        killed.kill();
        try (var next = open()) {
            assertThat(number(next)).isEqualTo(7);
        }
    }

    @Test
    void aServerThatDiesIsStartedAgainAtTheSamePort() throws Exception {
        try (var server = open();
                var other = ServerHolder.start(home)) {
            other.port();
            execute(server, "CREATE TABLE kept AS SELECT 7 AS number");
            for (var death = 0; death < 3; death++) {
                kill(Postmaster.of(data()).orElseThrow());
                await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> assertThat(number(server))
                        .isEqualTo(7));
            }
        }
    }

    @Test
    void aNumberThatWentToAnotherProcessIsNoServer() throws Exception {
        Files.writeString(
                data().resolve("postmaster.pid"),
                "%d\n%s\n1\n5432\n\n127.0.0.1\n\nready\n"
                        .formatted(ProcessHandle.current().pid(), data()));
        try (var server = open()) {
            execute(server, "SELECT 1");
        }
    }

    @Test
    void anEmptyProcessFileIsNoServer() throws Exception {
        Files.createFile(data().resolve("postmaster.pid"));
        try (var server = open()) {
            execute(server, "SELECT 1");
        }
    }

    @Test
    void aKeptPortThatSomebodyTookIsReplaced() throws Exception {
        var port = Integer.parseInt(Files.readString(home.resolve("port")).strip());
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var server = open()) {
            assertThat(server.address().port()).isNotEqualTo(port);
            execute(server, "SELECT 1");
        }
    }

    @Test
    void aFirstStartThatWasCutShortLeavesNothingInTheWay() throws Exception {
        empty();
        Files.createDirectories(home.resolve("data.draft/base"));
        Files.writeString(home.resolve("data.draft/base/1"), "half");
        try (var server = open()) {
            execute(server, "SELECT 1");
        }
    }

    @Test
    void aPathThatPostgresCannotTakeIsRefused() throws Exception {
        home = folder.resolve("my \"home\"");
        refuses("has a character in its path");
    }

    @Test
    void dataOfAnotherVersionAreRefused() throws Exception {
        Files.writeString(data().resolve("PG_VERSION"), "17\n");
        refuses("belongs to PostgreSQL 17, this Guichet brings 18");
    }

    @Test
    void settingsThatPostgresDoesNotTakeAreNamed() throws Exception {
        Files.writeString(home.resolve("postgresql.local.conf"), "shared_buffers = lots\n");
        refuses("shared_buffers");
    }

    @Test
    void aLostPasswordIsNamed() throws Exception {
        Files.delete(home.resolve("password"));
        refuses("password of the database is missing");
    }

    private void empty() throws IOException {
        Home.deleteTree(data());
        Files.delete(home.resolve("password"));
        Files.delete(home.resolve("port"));
    }

    private void refuses(String why) {
        var server = EmbeddedServer.open(home, LogFactory.getLog(EmbeddedServerTests.class));
        try (server) {
            assertThatThrownBy(server::awaitReady)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(why)
                    .hasMessageNotContaining("\n");
        }
    }

    private EmbeddedServer open() {
        return open(home);
    }

    private static EmbeddedServer open(Path home) {
        var server = EmbeddedServer.open(home, LogFactory.getLog(EmbeddedServerTests.class));
        server.awaitReady();
        return server;
    }

    private Path data() {
        return home.resolve("data");
    }

    private String password() throws IOException {
        return Files.readString(home.resolve("password")).strip();
    }

    private static void kill(Postmaster postmaster) {
        ProcessHandle.of(postmaster.pid()).orElseThrow().destroyForcibly();
        await().atMost(LIMIT).until(() -> !postmaster.alive());
    }

    private static Connection connect(ServerAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.role(), address.password());
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = connect(server.address());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedServer server) throws SQLException {
        try (var connection = connect(server.address());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT number FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
