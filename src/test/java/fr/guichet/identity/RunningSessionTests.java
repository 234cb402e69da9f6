package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.Visitor;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a session once it is open, over HTTP. */
@GuichetTest
class RunningSessionTests {

    private static final String PASSWORD = KnownPassword.TEXT;
    private static final String WRONG = "une porte en bois vert";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String email = "";
    private AccountId account = AccountId.next();
    private final BranchId branch = BranchId.next();

    @BeforeEach
    void someoneHasAnAccount() {
        email = "sophie." + UUID.randomUUID() + "@example.org";
        account = open(email, Grants.of(Grant.manager(branch)));
    }

    @Test
    void aSessionIdentifierKnownBeforeIsWorthNothing() {
        try (var sophie = Visitor.at(port);
                var attacker = Visitor.at(port)) {
            attacker.signIn(email, PASSWORD);
            var planted = attacker.cookie("GUICHET_SESSION").orElseThrow();
            sophie.plant("GUICHET_SESSION", planted);
            var other = "other." + UUID.randomUUID() + "@example.org";
            open(other, Grants.of(Grant.manager(branch)));

            sophie.signIn(other, PASSWORD);

            assertThat(sophie.cookie("GUICHET_SESSION")).isPresent().isNotEqualTo(Optional.of(planted));
            assertThat(signedIn(attacker)).as("the planted session is gone").isFalse();
            assertThat(Visitor.json(sophie.get("/api/session"))
                            .at("/account/email")
                            .asString())
                    .isEqualTo(other);
        }
    }

    @Test
    void signingInAgainGivesANewIdentifierAndANewToken() {
        try (var sophie = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);
            var session = sophie.cookie("GUICHET_SESSION");
            var token = sophie.cookie("XSRF-TOKEN");

            assertThat(sophie.signIn(email, PASSWORD).statusCode()).isEqualTo(200);

            assertThat(sophie.cookie("GUICHET_SESSION")).isPresent().isNotEqualTo(session);
            assertThat(sophie.cookie("XSRF-TOKEN")).isPresent().isNotEqualTo(token);
            assertThat(signedIn(sophie)).isTrue();
        }
    }

    @Test
    void aRefusedAttemptLeavesTheSessionAsItWas() {
        try (var sophie = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);

            assertThat(sophie.signIn(email, WRONG).statusCode()).isEqualTo(401);

            assertThat(signedIn(sophie)).isTrue();
        }
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        try (var sophie = Visitor.at(port);
                var thief = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);
            thief.plant("GUICHET_SESSION", sophie.cookie("GUICHET_SESSION").orElseThrow());
            assertThat(signedIn(thief)).isTrue();

            assertThat(sophie.delete("/api/session").statusCode()).isEqualTo(200);

            assertThat(sophie.cookie("GUICHET_SESSION")).isEmpty();
            assertThat(signedIn(sophie)).isFalse();
            assertThat(signedIn(thief)).isFalse();
            assertThat(sophie.delete("/api/session").statusCode()).as("again").isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess"})
    void withoutTheTokenNothingIsChanged(String token) {
        try (var sophie = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);

            var answer = sophie.delete("/api/session", "X-XSRF-TOKEN", token);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Visitor.json(answer).at("/type").asString()).isEqualTo("/problems/csrf");
            assertThat(signedIn(sophie)).isTrue();
        }
    }

    @Test
    void suspensionReachesTheRunningSession() {
        try (var sophie = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);
            accounts.suspend(account);

            assertThat(signedIn(sophie)).isFalse();
            assertThat(sophie.get("/api/customers/me").statusCode()).isEqualTo(401);
            accounts.reinstate(account);
            assertThat(signedIn(sophie)).as("a new sign-in is needed").isFalse();
        }
    }

    @Test
    void otherRightsReachTheRunningSession() {
        try (var sophie = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);
            accounts.entitle(account, Grants.of(Grant.administrator()));

            assertThat(signedIn(sophie)).isFalse();
            sophie.signIn(email, PASSWORD);
            assertThat(Visitor.json(sophie.get("/api/session"))
                            .at("/account/roles/0")
                            .asString())
                    .isEqualTo("ADMINISTRATOR");
        }
    }

    @Test
    void whatHappensElsewhereReachesTheSessionWithinASecondOrTwo() {
        try (var sophie = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);
            assertThat(signedIn(sophie)).isTrue();
            // As another instance would: this one is not told.
            jdbc.sql("update identity.accounts set session_version = session_version + 1 where id = ?")
                    .param(account.value())
                    .update();

            Awaitility.await().until(() -> !signedIn(sophie));
        }
    }

    @Test
    void answersComeInTheLanguageOfTheAccountThenOfTheBrowserThenFrench() {
        try (var sophie = Visitor.at(port)) {
            assertThat(titleOfUnknown(sophie, "de, en;q=0.8, fr;q=0.5")).isEqualTo("Sign-in needed");
            assertThat(titleOfUnknown(sophie, "de")).isEqualTo("Connexion nécessaire");
            sophie.signIn(email, PASSWORD);
            assertThat(titleOfUnknown(sophie, "en")).isEqualTo("Introuvable");
            accounts.changeLanguage(account, "en");
            assertThat(titleOfUnknown(sophie, "fr")).isEqualTo("Not found");
        }
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        try (var sophie = Visitor.at(port)) {
            var cookies = sophie.signIn(email, PASSWORD).headers().allValues("set-cookie");

            assertThat(cookies)
                    .anySatisfy(cookie -> assertThat(cookie)
                            .matches("GUICHET_SESSION=[A-Za-z0-9_-]{36};.*")
                            .contains("HttpOnly", "SameSite=Lax", "Path=/"))
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("XSRF-TOKEN=").contains("SameSite=Lax", "Path=/"));
        }
    }

    @Test
    void staffChooseWhatTheyRead() {
        try (var sophie = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);
            assertThat(titleOfUnknown(sophie, "fr")).isEqualTo("Introuvable");

            var changed = sophie.put("/api/session/language", "{\"language\":\"en\"}");

            assertThat(Visitor.json(changed).at("/account/language").asString()).isEqualTo("en");
            assertThat(titleOfUnknown(sophie, "fr")).isEqualTo("Not found");
            assertThat(sophie.put("/api/session/language", "{\"language\":\"de\"}")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void customersChooseItInTheirOwnRecord() {
        var address = "marie." + UUID.randomUUID() + "@example.org";
        open(address, Grants.of(Grant.customer(CustomerId.next())));
        try (var marie = Visitor.at(port);
                var passerBy = Visitor.at(port)) {
            marie.signIn(address, PASSWORD);
            assertThat(marie.put("/api/session/language", "{\"language\":\"en\"}")
                            .statusCode())
                    .isEqualTo(403);
            passerBy.get("/api/session");
            assertThat(passerBy.put("/api/session/language", "{\"language\":\"en\"}")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aPasserByHasNoSessionButATokenForForms() {
        try (var passerBy = Visitor.at(port)) {
            var answer = passerBy.get("/api/session");

            assertThat(answer.body()).startsWith("{\"signedIn\":false,\"codeAwaited\":false,\"now\":\"20");
            assertThat(passerBy.cookie("XSRF-TOKEN")).isPresent();
            assertThat(passerBy.cookie("GUICHET_SESSION")).isEmpty();
        }
    }

    private AccountId open(String address, Grants grants) {
        return KnownPassword.open(accounts, address, "Sophie Martin", grants);
    }

    private static boolean signedIn(Visitor visitor) {
        return Visitor.json(visitor.get("/api/session")).at("/signedIn").asBoolean();
    }

    private static String titleOfUnknown(Visitor visitor, String languages) {
        return Visitor.json(visitor.get("/api/no-such-thing", "Accept-Language", languages))
                .at("/title")
                .asString();
    }
}
