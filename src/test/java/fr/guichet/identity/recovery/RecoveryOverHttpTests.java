package fr.guichet.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.identity.SecurityMessage.PasswordLink;
import fr.guichet.identity.factors.Mobiles;
import fr.guichet.identity.factors.RecoveryCodes;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A forgotten password, and the first one: a link and a code that came another way, never one alone. */
@GuichetTest
class RecoveryOverHttpTests {

    private static final String OLD = KnownPassword.TEXT;
    private static final String NEW = "un autre pont en pierre";

    @Autowired
    private Accounts accounts;

    @Autowired
    private RecoveryCodes recovery;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Mobiles mobiles;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String email = "";
    private AccountId account = AccountId.next();

    @BeforeEach
    void marieHasAnAccount() {
        email = "marie." + UUID.randomUUID() + "@example.org";
        account = open(email, KnownPassword.hashed());
    }

    @Test
    void theAnswerDoesNotTellWhetherTheAddressIsKnown() {
        var known = forgotten(email);
        var unknown = forgotten("nobody@example.org");
        var noAddress = forgotten("marie");

        assertThat(List.of(known, unknown, noAddress)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
        });
        assertThat(link(email)).startsWith("http://localhost:" + port + "/acces#");
        assertThat(SentMessages.to("nobody@example.org")).isEmpty();
    }

    @Test
    void theLinkAndACodeOfTheSheetMakeANewPasswordAndEndAllSessions() {
        var sheet = recovery.issue(account);
        try (var marie = Visitor.at(port)) {
            marie.signIn(email, OLD);
            forgotten(email);

            assertThat(choose(token(email), sheet.getFirst(), NEW).statusCode()).isEqualTo(204);

            assertThat(Visitor.json(marie.get("/api/session")).at("/signedIn").asBoolean())
                    .isFalse();
            assertThat(marie.signIn(email, OLD).statusCode()).isEqualTo(401);
            assertThat(marie.signIn(email, NEW).statusCode()).isEqualTo(200);
        }
        assertThat(SentMessages.to(email))
                .filteredOn(FactorChanged.class::isInstance)
                .extracting(message -> ((FactorChanged) message).change())
                .contains(Change.PASSWORD);
    }

    @Test
    void theLinkAloneDoesNot() {
        recovery.issue(account);
        forgotten(email);
        var token = token(email);

        assertThat(choose(token, "", NEW).statusCode()).isEqualTo(422);
        assertThat(choose(token, "123456", NEW).body()).contains("/problems/recovery-refused");
    }

    @Test
    void aCodeFromTheSameMailboxDoesNotCount() {
        forgotten(email);
        var token = token(email);
        try (var marie = Visitor.at(port)) {
            marie.begin(email, OLD);
            post("/api/recovery/message", Map.of("token", token));

            assertThat(choose(token, SentMessages.takeCode(email).orElseThrow(), NEW)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aCodeByTextMessageDoes() {
        var mobile = PhoneNumber.parse("07 55 66 77 88").orElseThrow();
        mobiles.ask(account, mobile);
        assertThat(mobiles.confirm(
                        account, mobile, SentMessages.takeCode(mobile.value()).orElseThrow()))
                .isTrue();
        forgotten(email);
        var token = token(email);
        post("/api/recovery/message", Map.of("token", token));

        assertThat(choose(token, SentMessages.takeCode(mobile.value()).orElseThrow(), NEW)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aLinkWorksOnce() {
        var sheet = recovery.issue(account);
        forgotten(email);
        var token = token(email);
        choose(token, sheet.get(0), NEW);

        assertThat(choose(token, sheet.get(1), OLD).statusCode()).isEqualTo(422);
        assertThat(recovery.left(account)).as("nothing was used up by it").isEqualTo(9);
    }

    @Test
    void anOldLinkIsRefused() {
        var sheet = recovery.issue(account);
        forgotten(email);
        var token = token(email);
        jdbc.sql("update identity.password_links set expires_at = now() where account_id = ?")
                .param(account.value())
                .update();

        assertThat(choose(token, sheet.getFirst(), NEW).statusCode()).isEqualTo(422);
    }

    @Test
    void aWeakPasswordSaysWhyAndUsesNothingUp() {
        var sheet = recovery.issue(account);
        forgotten(email);
        var token = token(email);

        var answer = choose(token, sheet.getFirst(), "short");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.json(answer).at("/errors/0/field").asString()).isEqualTo("password");
        assertThat(choose(token, sheet.getFirst(), NEW).statusCode()).isEqualTo(204);
    }

    @Test
    void guessesOfTheCodeLockTheAccount() {
        var sheet = recovery.issue(account);
        forgotten(email);
        var token = token(email);
        for (var i = 0; i < 5; i++) {
            choose(token, "AAAA-AAAA-AAA" + (2 + i), NEW);
        }

        assertThat(choose(token, sheet.getFirst(), NEW).statusCode()).isEqualTo(422);
        try (var marie = Visitor.at(port)) {
            assertThat(marie.signIn(email, OLD).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoeverIsInvitedChoosesTheFirstPasswordWithTheCodeThatWasHandedOver() {
        var address = "pierre." + UUID.randomUUID() + "@example.org";
        var pierre = open(address, new InitialPassword.None());
        var lost = invitations.invite(pierre);
        var lostToken = token(address);
        var code = invitations.invite(pierre);
        var token = token(address);

        assertThat(choose(lostToken, lost, NEW).statusCode())
                .as("the first invitation")
                .isEqualTo(422);
        assertThat(choose(token, lost, NEW).statusCode()).as("its code").isEqualTo(422);
        assertThat(choose(token, code, NEW).statusCode()).isEqualTo(204);
        try (var visitor = Visitor.at(port)) {
            assertThat(visitor.signIn(address, NEW).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theTokenStandsInNoTable() {
        forgotten(email);
        var token = token(email);

        assertThat(jdbc.sql("select encode(token_hash, 'escape') from identity.password_links")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.contains(token));
    }

    private AccountId open(String address, InitialPassword password) {
        return accounts.open(new OpenAccount(
                        new EmailAddress(address),
                        password,
                        "Marie Lefèvre",
                        "fr",
                        Grants.of(Grant.customer(CustomerId.next()))))
                .orThrow();
    }

    private HttpResponse<String> forgotten(String address) {
        return post("/api/recovery", Map.of("email", address));
    }

    private HttpResponse<String> choose(String token, String code, String password) {
        return post("/api/recovery/password", Map.of("token", token, "code", code, "password", password));
    }

    private HttpResponse<String> post(String path, Map<String, String> body) {
        try (var visitor = Visitor.at(port)) {
            visitor.get("/api/session");
            return visitor.post(path, JsonMapper.shared().writeValueAsString(body));
        }
    }

    private static String token(String address) {
        return link(address).replaceAll(".*#", "");
    }

    private static String link(String address) {
        return await().until(
                        () -> SentMessages.to(address).stream()
                                .filter(PasswordLink.class::isInstance)
                                .map(message -> ((PasswordLink) message).link().toString())
                                .toList(),
                        links -> !links.isEmpty())
                .getLast();
    }
}
