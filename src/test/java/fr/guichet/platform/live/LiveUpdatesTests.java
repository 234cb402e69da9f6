package fr.guichet.platform.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.LiveReader;
import fr.guichet.testing.Visitor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What changes on one instance is seen by browsers on all, and one that misbehaves harms nobody. */
@GuichetTest
@Import(ProbeTopics.class)
@TestPropertySource(
        properties = {"guichet.live.heartbeat=100ms", "guichet.live.recheck=200ms", "guichet.live.most-per-session=3"})
class LiveUpdatesTests {

    private static final String PASSWORD = KnownPassword.TEXT;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private ProbeTopics changes;

    @Autowired
    private ChangeListener listener;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Topic topic = new Topic("probe", UUID.randomUUID());
    private final Topic other = new Topic("probe", UUID.randomUUID());
    private String email = "";
    private String session = "";

    @BeforeEach
    void signIn(@Autowired Accounts accounts) {
        ProbeTopics.standing = true;
        email = UUID.randomUUID() + "@example.org";
        KnownPassword.open(accounts, email, "Essai", Grants.of(Grant.administrator()));
        try (var visitor = Visitor.at(port)) {
            assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
            session = visitor.cookie("GUICHET_SESSION").orElseThrow();
        }
        await().until(listener::isListening);
    }

    @AfterEach
    void closeStreams() throws Exception {
        for (var stream : open) {
            stream.close();
        }
    }

    @Test
    void reachBrowsersOfEveryInstanceThatWatchTheTopicAndNoOthers() {
        try (var second = Instances.beside(context, ProbeTopics.class)) {
            var here = reader(port, topic);
            var there = reader(Instances.port(second), topic);
            var elsewhere = reader(port, other);
            await().until(second.getBean(ChangeListener.class)::isListening);
            forgetStart(here, there, elsewhere);

            changes.change(topic, topic);
            assertEvents(here, changed(topic));
            assertEvents(there, changed(topic));

            second.getBean(ProbeTopics.class).change(topic);
            await().untilAsserted(() -> assertThat(here.events()).containsExactly(changed(topic), changed(topic)));
            await().untilAsserted(() -> assertThat(there.events()).containsExactly(changed(topic), changed(topic)));
            assertThat(elsewhere.events()).isEmpty();
        }
    }

    @Test
    void tellNothingOfWhatWasRolledBack() {
        var reader = reader(port, topic, other);
        forgetStart(reader);

        assertThatThrownBy(() -> changes.changeAndFail(topic)).isInstanceOf(IllegalArgumentException.class);
        changes.change(other);

        assertEvents(reader, changed(other));
    }

    @Test
    void beginWithReadyAndSayResyncAfterTheConnectionBroke() {
        var reader = reader(port, topic);
        await().untilAsserted(() -> assertThat(reader.events()).contains("ready {}"));
        forgetStart(reader);

        jdbc.sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' or query = 'select 1'")
                .query((row, number) -> number)
                .list();

        await().untilAsserted(() -> assertThat(reader.events()).contains("resync {}"));
        changes.change(topic);
        await().untilAsserted(() -> assertThat(reader.events()).contains(changed(topic)));
    }

    @Test
    void doNotWaitForABrowserThatNeverReads() throws IOException {
        var deaf = new Socket();
        open.add(deaf);
        deaf.setReceiveBufferSize(1_024);
        deaf.connect(new InetSocketAddress("localhost", port));
        deaf.getOutputStream()
                .write("GET /api/live?topic=%s HTTP/1.1\r\nHost: localhost\r\nCookie: GUICHET_SESSION=%s\r\n\r\n"
                        .formatted(topic, session)
                        .getBytes(US_ASCII));
        var reader = reader(port, topic);
        forgetStart(reader);

        IntStream.range(0, 2_000).forEach(_ -> changes.change(topic));

        await().untilAsserted(() -> assertThat(reader.events()).isNotEmpty());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            reader.events().clear();
            changes.change(topic);
            await().atMost(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(reader.events()).isNotEmpty());
        });
    }

    @Test
    void areRefusedToThoseWhoMayNotWatch() {
        assertThat(reader(port, new Topic("probe", ProbeTopics.FORBIDDEN)).status())
                .isEqualTo(404);
        assertThat(reader(port, new Topic("unknown", topic.id())).status()).isEqualTo(400);
        assertThat(new LiveReader(port, session, "nonsense").status()).isEqualTo(400);
        assertThat(new LiveReader(port, session).status()).isEqualTo(400);
        assertThat(new LiveReader(port, "nobody", topic.toString()).status()).isEqualTo(401);
        assertThat(new LiveReader(
                                port,
                                session,
                                IntStream.range(0, 21)
                                        .mapToObj(_ -> "probe:" + UUID.randomUUID())
                                        .toArray(String[]::new))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void areLimitedForEachSession() {
        for (int i = 0; i < 3; i++) {
            assertThat(reader(port, topic).status()).isEqualTo(200);
        }
        assertThat(reader(port, topic).status()).isEqualTo(429);

        ((LiveReader) open.getFirst()).close();

        await().untilAsserted(() -> assertThat(reader(port, topic).status()).isEqualTo(200));
    }

    @Test
    void endWhenTheRightToWatchEnds() {
        var reader = reader(port, topic);
        await().untilAsserted(() -> assertThat(reader.events()).contains("ready {}"));

        ProbeTopics.standing = false;

        await().until(reader::hasEnded);
    }

    @Test
    void endWithTheSessionTheyBelongTo() {
        var reader = reader(port, topic);
        await().untilAsserted(() -> assertThat(reader.events()).contains("ready {}"));
        await().pollDelay(Duration.ofMillis(500)).until(() -> !reader.hasEnded());

        try (var elsewhere = Visitor.at(port)) {
            elsewhere.signIn(email, PASSWORD);
            assertThat(elsewhere.delete("/api/sessions").statusCode()).isEqualTo(204);
        }

        await().until(reader::hasEnded);
    }

    @Test
    void endFirstWhenAnInstanceStops() {
        var second = Instances.beside(context, ProbeTopics.class);
        var reader = reader(Instances.port(second), topic);
        await().untilAsserted(() -> assertThat(reader.events()).contains("ready {}"));

        var start = System.nanoTime();
        second.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        await().until(reader::hasEnded);
    }

    @Test
    void fitIntoNoticesHoweverManyThereAre() {
        var topics = IntStream.range(0, 1_000)
                .mapToObj(_ -> new Topic("a-kind-with-a-long-name", UUID.randomUUID()))
                .toList();

        var notices = ChangeNotices.write(topics);

        assertThat(notices).allSatisfy(notice -> assertThat(notice.length()).isLessThan(8_000));
        assertThat(notices.stream().flatMap(ChangeNotices::read)).containsExactlyElementsOf(topics);
        assertThat(ChangeNotices.read("nonsense\nprobe:no\n" + topic)).containsExactly(topic);
    }

    @Test
    void turnIntoOneWhenThereAreTooManyToTell() {
        var reader = reader(port, topic);
        forgetStart(reader);

        changes.change(IntStream.range(0, 12_000)
                .mapToObj(_ -> new Topic("probe", UUID.randomUUID()))
                .toArray(Topic[]::new));

        assertEvents(reader, "resync {}");
    }

    private LiveReader reader(int at, Topic... topics) {
        var reader = new LiveReader(
                at, session, Arrays.stream(topics).map(Topic::toString).toArray(String[]::new));
        open.add(reader);
        return reader;
    }

    private static void forgetStart(LiveReader... readers) {
        for (var reader : readers) {
            await().untilAsserted(() -> assertThat(reader.events()).contains("ready {}"));
            reader.events().clear();
        }
    }

    private static void assertEvents(LiveReader reader, String... events) {
        await().untilAsserted(() -> assertThat(reader.events()).containsExactly(events));
    }

    private static String changed(Topic topic) {
        return "changed {\"topics\":[\"%s\"]}".formatted(topic);
    }
}
