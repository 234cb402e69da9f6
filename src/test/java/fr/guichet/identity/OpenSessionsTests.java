package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.SecurityMessage.NewDevice;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One's own sessions: seeing them, ending them, and when they end by themselves. */
@GuichetTest
class OpenSessionsTests {

    private static final String PASSWORD = KnownPassword.TEXT;
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String email = "";
    private AccountId account = AccountId.next();

    @BeforeEach
    void marieHasAnAccount() {
        email = "marie." + UUID.randomUUID() + "@example.org";
        account = KnownPassword.open(accounts, email, "Marie Lefèvre", Grants.of(Grant.customer(CustomerId.next())));
    }

    @Test
    void oneSeesWhereOneIsSignedIn() {
        try (var phone = signedIn();
                var desk = signedIn();
                var stranger = Visitor.at(port)) {
            var listed = sessions(desk);

            assertThat(listed).hasSize(2);
            assertThat(listed.at("/0/current").asBoolean()).isTrue();
            assertThat(listed.at("/1/current").asBoolean()).isFalse();
            assertThat(listed).allSatisfy(session -> {
                assertThat(session.at("/device").asString()).isEqualTo("Firefox, Linux");
                assertThat(session.at("/address").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
                assertThat(session.at("/beganAt").asString()).isNotBlank();
            });
            assertThat(desk.get("/api/sessions").body())
                    .as("the identifier is a secret")
                    .doesNotContain(phone.cookie("GUICHET_SESSION").orElseThrow())
                    .doesNotContain(desk.cookie("GUICHET_SESSION").orElseThrow());
            assertThat(stranger.get("/api/sessions").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void oneSessionCanBeEndedFromAnother() {
        try (var phone = signedIn();
                var desk = signedIn()) {
            var id = sessions(desk).at("/1/id").asString();

            assertThat(desk.delete("/api/sessions/" + id).statusCode()).isEqualTo(204);

            assertThat(isSignedIn(phone)).isFalse();
            assertThat(isSignedIn(desk)).isTrue();
            assertThat(desk.delete("/api/sessions/" + id).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void allOthersCanBeEndedAtOnce() {
        try (var phone = signedIn();
                var tablet = signedIn();
                var desk = signedIn()) {
            assertThat(desk.delete("/api/sessions").statusCode()).isEqualTo(204);

            assertThat(isSignedIn(phone)).isFalse();
            assertThat(isSignedIn(tablet)).isFalse();
            assertThat(isSignedIn(desk)).isTrue();
        }
    }

    @Test
    void anothersSessionLooksAsIfItWereNotThere() {
        var other = "pierre." + UUID.randomUUID() + "@example.org";
        KnownPassword.open(accounts, other, "Pierre", Grants.of(Grant.customer(CustomerId.next())));
        try (var marie = signedIn();
                var pierre = Visitor.at(port)) {
            pierre.signIn(other, PASSWORD);
            var id = sessions(pierre).at("/0/id").asString();

            assertThat(marie.delete("/api/sessions/" + id).statusCode()).isEqualTo(404);
            assertThat(isSignedIn(pierre)).isTrue();
        }
    }

    @Test
    void aNewBrowserIsToldToItsOwnerButNotTheFirstNorAKnownOne() {
        try (var first = signedIn()) {
            assertThat(newDevices()).isZero();
            first.delete("/api/session");
            first.signIn(email, PASSWORD);
            assertThat(newDevices()).as("the same browser").isZero();
        }
        try (var second = signedIn()) {
            assertThat(newDevices()).isEqualTo(1);
            second.signIn(email, PASSWORD);
            assertThat(newDevices()).isEqualTo(1);
        }
    }

    @Test
    void whatThePageAsksByItselfDoesNotKeepASessionAlive() {
        try (var marie = signedIn()) {
            marie.get("/api/security");
            age(Duration.ofMinutes(14));
            assertThat(isSignedIn(marie)).isTrue();
            marie.get("/api/security", "Guichet-Activity", "none");
            age(Duration.ofMinutes(2));

            assertThat(isSignedIn(marie)).as("16 minutes without anybody there").isFalse();
        }
    }

    @Test
    void whatAPersonDoesKeepsItAlive() {
        try (var marie = signedIn()) {
            age(Duration.ofMinutes(14));
            marie.put("/api/session/activity", "");
            age(Duration.ofMinutes(2));

            assertThat(isSignedIn(marie)).isTrue();
        }
    }

    @Test
    void thePageIsToldWhenTheSessionWillEnd() {
        try (var marie = signedIn()) {
            var times = Visitor.json(marie.get("/api/session")).at("/times");
            var now = Instant.now();

            assertThat(OffsetDateTime.parse(times.at("/idleEndsAt").asString()).toInstant())
                    .isBetween(now.plusSeconds(14 * 60), now.plusSeconds(15 * 60 + 1));
            assertThat(OffsetDateTime.parse(times.at("/endsAt").asString()).toInstant())
                    .isBetween(now.plusSeconds(11 * 3600), now.plusSeconds(12 * 3600));
            assertThat(OffsetDateTime.parse(times.at("/confirmedUntil").asString())
                            .toInstant())
                    .isBetween(now.plusSeconds(4 * 60), now.plusSeconds(5 * 60));
        }
    }

    private Visitor signedIn() {
        var visitor = Visitor.at(port).saying("User-Agent", FIREFOX);
        assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
        return visitor;
    }

    private long newDevices() {
        return SentMessages.to(email).stream()
                .filter(NewDevice.class::isInstance)
                .count();
    }

    /** As if this much time had passed without a request. */
    private void age(Duration time) {
        jdbc.sql("""
                update platform.spring_session
                   set last_access_time = last_access_time - :ms, expiry_time = expiry_time - :ms
                 where principal_name = :account
                """)
                .param("ms", time.toMillis())
                .param("account", account.toString())
                .update();
    }

    private static JsonNode sessions(Visitor visitor) {
        return Visitor.json(visitor.get("/api/sessions")).at("/items");
    }

    private static boolean isSignedIn(Visitor visitor) {
        return Visitor.json(visitor.get("/api/session")).at("/signedIn").asBoolean();
    }
}
