package fr.guichet.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SoftwarePasskey;
import fr.guichet.testing.StaleSessions;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Passkeys over HTTP: added by whoever is signed in, then enough by themselves, and believed in nothing that they only claim. */
@GuichetTest
class PasskeysOverHttpTests {

    private static final String PASSWORD = KnownPassword.TEXT;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String email = "";
    private AccountId account = AccountId.next();
    private Visitor marie = new Visitor("http://localhost");
    private SoftwarePasskey passkey = new SoftwarePasskey("");

    @BeforeEach
    void marieIsSignedIn() {
        email = "marie." + UUID.randomUUID() + "@example.org";
        account = open(email);
        marie = Visitor.at(port);
        marie.signIn(email, PASSWORD);
        passkey = new SoftwarePasskey("http://localhost:" + port);
    }

    @AfterEach
    void close() {
        marie.close();
    }

    @Test
    void aPasskeyIsAddedAndThenSignsInByItself() {
        assertThat(add(passkey, "Téléphone").statusCode()).isEqualTo(204);
        try (var later = Visitor.at(port)) {
            assertThat(signIn(later, passkey).statusCode()).isEqualTo(200);

            var session = Visitor.json(later.get("/api/session"));
            assertThat(session.at("/account/id").asString()).isEqualTo(account.toString());
            assertThat(later.get("/api/security").statusCode()).isEqualTo(200);
        }
        var shown = Visitor.json(marie.get("/api/security")).at("/passkeys/0");
        assertThat(shown.at("/label").asString()).isEqualTo("Téléphone");
    }

    @Test
    void everyQuestionInsistsOnVerification() {
        assertThat(question(marie, "/api/session/passkey/question")
                        .at("/userVerification")
                        .asString())
                .isEqualTo("required");
        var creation = question(marie, "/api/security/passkeys/question");
        assertThat(creation.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(creation.at("/authenticatorSelection/residentKey").asString())
                .isEqualTo("required");
        assertThat(creation.at("/user/name").asString()).isEqualTo(email);
        assertThat(creation.at("/rp/id").asString()).isEqualTo("localhost");
    }

    @Test
    void oneThatDoesNotVerifyItsUserIsNeitherAddedNorBelieved() {
        assertThat(add(new SoftwarePasskey("http://localhost:" + port).withoutVerification(), "x")
                        .statusCode())
                .isEqualTo(422);
        add(passkey, "x");
        try (var thief = Visitor.at(port)) {
            assertThat(signIn(thief, passkey.withoutVerification()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whatAnotherSiteHeardIsWorthNothing() {
        assertThat(add(new SoftwarePasskey("https://guichet.example.net"), "x").statusCode())
                .isEqualTo(422);
        assertThat(add(new SoftwarePasskey("http://localhost:1"), "x").statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAnswerWorksOnceAndForItsOwnQuestion() {
        add(passkey, "x");
        try (var phone = Visitor.at(port);
                var thief = Visitor.at(port)) {
            var answer = passkey.answer(question(phone, "/api/session/passkey/question"));
            thief.plant("GUICHET_PASSKEY", phone.cookie("GUICHET_PASSKEY").orElseThrow());
            thief.get("/api/session");
            assertThat(phone.post("/api/session/passkey", body(answer)).statusCode())
                    .isEqualTo(200);

            assertThat(thief.post("/api/session/passkey", body(answer)).statusCode())
                    .as("replayed")
                    .isEqualTo(401);
            question(thief, "/api/session/passkey/question");
            assertThat(thief.post("/api/session/passkey", body(answer)).statusCode())
                    .as("to another question")
                    .isEqualTo(401);
        }
    }

    @Test
    void anOldQuestionIsNotAnsweredAnyMore() {
        add(passkey, "x");
        try (var phone = Visitor.at(port)) {
            var answer = passkey.answer(question(phone, "/api/session/passkey/question"));
            jdbc.sql("update identity.passkey_challenges set expires_at = now() - interval '1 second'")
                    .update();

            assertThat(phone.post("/api/session/passkey", body(answer)).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void anUnknownPasskeyIsRefused() {
        try (var stranger = Visitor.at(port)) {
            assertThat(signIn(stranger, passkey).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aCopyThatCountsBackIsRefused() {
        add(passkey, "x");
        try (var phone = Visitor.at(port)) {
            assertThat(signIn(phone, passkey.counting(7)).statusCode()).isEqualTo(200);
            assertThat(signIn(phone, passkey.counting(8)).statusCode()).isEqualTo(200);
            assertThat(signIn(phone, passkey.counting(8)).statusCode()).isEqualTo(401);
            assertThat(signIn(phone, passkey.counting(3)).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aQuestionForANewPasskeyIsItsOwnersAlone() {
        var pierre = "pierre." + UUID.randomUUID() + "@example.org";
        open(pierre);
        try (var other = Visitor.at(port)) {
            other.signIn(pierre, PASSWORD);
            var made = passkey.register(question(marie, "/api/security/passkeys/question"));
            other.plant("GUICHET_PASSKEY", marie.cookie("GUICHET_PASSKEY").orElseThrow());

            assertThat(other.post("/api/security/passkeys", named("x", made)).statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void theSameIsNotAddedTwiceAndNoMoreThanTen() {
        assertThat(add(passkey, "x").statusCode()).isEqualTo(204);
        assertThat(add(passkey, "x").statusCode()).isEqualTo(422);
        for (var i = 0; i < 9; i++) {
            assertThat(add(new SoftwarePasskey("http://localhost:" + port), "x").statusCode())
                    .isEqualTo(204);
        }
        assertThat(add(new SoftwarePasskey("http://localhost:" + port), "x").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aPasskeyThatWasRemovedOpensNothing() {
        add(passkey, "x");
        var id = Visitor.json(marie.get("/api/security")).at("/passkeys/0/id").asString();
        assertThat(marie.put("/api/security/passkeys/" + id, "{\"label\": \"Mon téléphone\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(marie.delete("/api/security/passkeys/" + id).statusCode()).isEqualTo(204);

        try (var phone = Visitor.at(port)) {
            assertThat(signIn(phone, passkey).statusCode()).isEqualTo(401);
        }
        assertThat(marie.delete("/api/security/passkeys/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverIsSuspendedDoesNotComeInByAPasskey() {
        add(passkey, "x");
        accounts.suspend(account);
        try (var phone = Visitor.at(port)) {
            assertThat(signIn(phone, passkey).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aLockAfterWrongPasswordsDoesNotShutPasskeysOut() {
        add(passkey, "x");
        try (var guesser = Visitor.at(port);
                var phone = Visitor.at(port)) {
            for (var i = 0; i < 6; i++) {
                guesser.signIn(email, "une porte en bois vert");
            }
            assertThat(signIn(phone, passkey).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void actsThatAskForAFreshFactorAreConfirmedByAPasskey() {
        add(passkey, "x");
        makeStale();
        assertThat(marie.delete("/api/security/mobile").body()).contains("/problems/confirmation-required");

        var answer = passkey.answer(question(marie, "/api/session/passkey/question"));
        assertThat(marie.post("/api/session/confirmation/passkey", body(answer)).statusCode())
                .isEqualTo(200);

        assertThat(marie.delete("/api/security/mobile").statusCode()).isEqualTo(204);
    }

    @Test
    void anothersPasskeyConfirmsNothing() {
        var pierre = "pierre." + UUID.randomUUID() + "@example.org";
        open(pierre);
        try (var other = Visitor.at(port)) {
            other.signIn(pierre, PASSWORD);
            add(passkey, "x");
            var answer = passkey.answer(question(other, "/api/session/passkey/question"));

            assertThat(other.post("/api/session/confirmation/passkey", body(answer))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"id\":\"x\"}", "[]", "1", "{\"rawId\":{}}", "{\"type\":\"public-key\",\"response\":{}}"
            })
    void nonsenseIsRefusedWithoutFuss(String credential) {
        question(marie, "/api/security/passkeys/question");
        assertThat(marie.post("/api/security/passkeys", named("x", credential)).statusCode())
                .isEqualTo(422);
        try (var stranger = Visitor.at(port)) {
            question(stranger, "/api/session/passkey/question");
            assertThat(stranger.post("/api/session/passkey", body(credential)).statusCode())
                    .isEqualTo(401);
        }
    }

    /** As if the factors of all sessions had been proven long ago. */
    private void makeStale() {
        marie.delete("/api/session");
        jdbc.sql("delete from identity.message_codes").update();
        marie.signIn(email, PASSWORD);
        StaleSessions.make(jdbc, account);
    }

    private HttpResponse<String> add(SoftwarePasskey made, String label) {
        var options = question(marie, "/api/security/passkeys/question");
        return marie.post("/api/security/passkeys", named(label, made.register(options)));
    }

    private static HttpResponse<String> signIn(Visitor visitor, SoftwarePasskey passkey) {
        var options = question(visitor, "/api/session/passkey/question");
        return visitor.post("/api/session/passkey", body(passkey.answer(options)));
    }

    private static JsonNode question(Visitor visitor, String path) {
        visitor.get("/api/session");
        return Visitor.json(visitor.post(path, null)).at("/options");
    }

    private static String body(String credential) {
        return "{\"credential\": " + credential + "}";
    }

    private static String named(String label, String credential) {
        return "{\"label\": \"" + label + "\", \"credential\": " + credential + "}";
    }

    private AccountId open(String address) {
        return KnownPassword.open(accounts, address, "Marie Lefèvre", Grants.of(Grant.customer(CustomerId.next())));
    }
}
