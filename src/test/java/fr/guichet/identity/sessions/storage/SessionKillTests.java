package fr.guichet.identity.sessions.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.GuichetApplication;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.OwnProcess;
import fr.guichet.testing.RedisServer;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances with common sessions; one is killed while people use both and sign in: the others notice nothing. */
class SessionKillTests {

    private static final Path MAILBOXES = Path.of("target", "session-kill-mailboxes");
    private static final String PASSWORD = KnownPassword.TEXT;
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int PEOPLE = 4;
    private static final int ACTS = 60;

    private final List<Visitor> visitors = new ArrayList<>();
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<Integer> unexpected = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void shareMailboxes() throws IOException {
        Files.createDirectories(MAILBOXES);
        System.setProperty(SentMessages.FOLDER, MAILBOXES.toString());
    }

    @AfterAll
    static void keepMailboxesToOurselves() {
        System.clearProperty(SentMessages.FOLDER);
    }

    @AfterEach
    void close() {
        visitors.forEach(Visitor::close);
    }

    @Test
    void sessionsInTheDatabaseLiveOn() {
        killOneOfTwo(List.of());
    }

    @Test
    void sessionsInRedisLiveOn() {
        try (var redis = new RedisServer()) {
            killOneOfTwo(redis.arguments());
        }
    }

    private void killOneOfTwo(List<String> store) {
        var url = TestDatabase.create();
        try (var survivor = Instances.on(url, store);
                var victim = new OwnProcess("session-kill", GuichetApplication.class, url, store)) {
            var emails = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> account(survivor, i))
                    .toList();
            var newcomer = account(survivor, PEOPLE);
            var port = Instances.port(survivor);
            var here = emails.stream().map(email -> signedIn(port, email)).toList();
            var there =
                    here.stream().map(visitor -> sameAt(victim.port(), visitor)).toList();

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var using = Stream.concat(
                                here.stream().map(visitor -> useUntilOver(visitor, false)),
                                there.stream().map(visitor -> useUntilOver(visitor, true)))
                        .map(use -> CompletableFuture.runAsync(use, threads))
                        .toList();
                var arriving = CompletableFuture.runAsync(() -> signInUntilDead(victim.port(), newcomer), threads);
                awaitActs(ACTS);
                victim.kill();
                awaitActs(acts.get() + ACTS);
                over.set(true);
                using.forEach(CompletableFuture::join);
                arriving.join();
            }

            assertThat(unexpected).as("answers of the survivor other than 200").isEmpty();
            here.forEach(visitor -> assertThat(isSignedIn(visitor)).isTrue());
            assertThat(isSignedIn(signedIn(port, newcomer)))
                    .as("who was cut off while signing in")
                    .isTrue();
        }
    }

    private Runnable useUntilOver(Visitor visitor, boolean mayDie) {
        return () -> {
            while (!over.get()) {
                try {
                    var status = visitor.get("/api/security").statusCode();
                    if (status != 200) {
                        unexpected.add(status);
                    }
                    acts.incrementAndGet();
                } catch (UncheckedIOException killed) {
                    if (!mayDie) {
                        throw killed;
                    }
                    return;
                }
            }
        };
    }

    private void signInUntilDead(int port, String email) {
        while (!over.get()) {
            try (var newcomer = Visitor.at(port)) {
                newcomer.signIn(email, PASSWORD);
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    private void awaitActs(int enough) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> acts.get() >= enough);
    }

    private Visitor signedIn(int port, String email) {
        var visitor = Visitor.at(port);
        visitors.add(visitor);
        assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
        return visitor;
    }

    private Visitor sameAt(int port, Visitor visitor) {
        var other = Visitor.at(port);
        visitors.add(other);
        other.plant("GUICHET_SESSION", visitor.cookie("GUICHET_SESSION").orElseThrow());
        return other;
    }

    private static boolean isSignedIn(Visitor visitor) {
        return Visitor.json(visitor.get("/api/session")).at("/signedIn").asBoolean();
    }

    private static String account(ConfigurableApplicationContext instance, int number) {
        var email = "session-kill-%d@example.org".formatted(number);
        KnownPassword.open(
                instance.getBean(Accounts.class), email, "Marie", Grants.of(Grant.customer(CustomerId.next())));
        return email;
    }
}
