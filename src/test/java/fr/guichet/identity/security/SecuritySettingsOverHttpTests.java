package fr.guichet.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.StaleSessions;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The ways one signs in are changed by whoever has just proven who it is, and their owner hears of it. */
@GuichetTest
class SecuritySettingsOverHttpTests {

    private static final String OLD = KnownPassword.TEXT;
    private static final String NEW = "trois chaises au soleil";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String email = "";
    private AccountId account = AccountId.next();
    private Visitor marie = new Visitor("http://localhost");

    @BeforeEach
    void marieIsSignedIn() {
        email = "marie." + UUID.randomUUID() + "@example.org";
        account = KnownPassword.open(accounts, email, "Marie", Grants.of(Grant.customer(CustomerId.next())));
        marie = Visitor.at(port);
        assertThat(marie.signIn(email, OLD).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        marie.close();
    }

    @Test
    void anotherPasswordEndsAllSessionsButThisOne() {
        try (var elsewhere = Visitor.at(port)) {
            elsewhere.signIn(email, OLD);
            var before = marie.cookie("GUICHET_SESSION");

            assertThat(change(NEW).statusCode()).isEqualTo(204);

            assertThat(isSignedIn(marie)).isTrue();
            assertThat(marie.cookie("GUICHET_SESSION")).isPresent().isNotEqualTo(before);
            assertThat(isSignedIn(elsewhere)).isFalse();
            assertThat(elsewhere.signIn(email, OLD).statusCode()).isEqualTo(401);
            assertThat(elsewhere.signIn(email, NEW).statusCode()).isEqualTo(200);
        }
        assertThat(SentMessages.to(email))
                .filteredOn(FactorChanged.class::isInstance)
                .extracting(message -> ((FactorChanged) message).change())
                .containsExactly(Change.PASSWORD);
    }

    @Test
    void aWeakPasswordChangesNothing() {
        var answer = change("motdepasse2026");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.json(answer).at("/errors/0/field").asString()).isEqualTo("password");
        try (var elsewhere = Visitor.at(port)) {
            assertThat(elsewhere.signIn(email, OLD).statusCode()).isEqualTo(200);
        }
        assertThat(SentMessages.to(email)).noneMatch(FactorChanged.class::isInstance);
    }

    @Test
    void whoDoesNotKnowThePasswordDoesNotChangeItAndTriesCount() {
        var answer = change(NEW, NEW);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.json(answer).at("/errors/0/field").asString()).isEqualTo("currentPassword");
        assertThat(marie.put("/api/security/password", "{\"password\":\"" + NEW + "\"}")
                        .statusCode())
                .isEqualTo(422);
        for (var i = 2; i < 5; i++) {
            change(NEW, NEW);
        }
        assertThat(change(OLD, NEW).statusCode()).as("the sixth in a row").isEqualTo(422);
        assertThat(isSignedIn(marie)).isTrue();
        assertThat(SentMessages.to(email)).noneMatch(FactorChanged.class::isInstance);
    }

    @Test
    void whereThereIsNoPasswordYetNoneIsAskedFor() {
        jdbc.sql("update identity.accounts set password_hash = null, password_changed_at = null where id = ?")
                .param(account.value())
                .update();

        assertThat(marie.put("/api/security/password", "{\"password\":\"" + NEW + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(marie.signIn(email, NEW).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/security/password",
        "POST, /api/security/authenticator-app",
        "POST, /api/security/authenticator-app/confirmation",
        "DELETE, /api/security/authenticator-app",
        "POST, /api/security/recovery-codes",
        "POST, /api/security/passkeys/question",
        "POST, /api/security/passkeys",
        "DELETE, /api/security/passkeys/0199f000-0000-7000-8000-000000000000",
        "POST, /api/security/mobile",
        "POST, /api/security/mobile/confirmation",
        "DELETE, /api/security/mobile"
    })
    void aSessionLeftOpenChangesNothing(String method, String path) {
        StaleSessions.make(jdbc, account);

        var answer = marie.send(method, path, "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Visitor.json(answer).at("/type").asString()).isEqualTo("/problems/confirmation-required");
    }

    private HttpResponse<String> change(String password) {
        return change(OLD, password);
    }

    private HttpResponse<String> change(String current, String password) {
        return marie.put(
                "/api/security/password",
                JsonMapper.shared().writeValueAsString(Map.of("currentPassword", current, "password", password)));
    }

    private static boolean isSignedIn(Visitor visitor) {
        return Visitor.json(visitor.get("/api/session")).at("/signedIn").asBoolean();
    }
}
