package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coming in and going out, over HTTP, as a browser does it. */
@GuichetTest
class SignInTests {

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
    void theRightPasswordOpensASession() {
        try (var sophie = Visitor.at(port)) {
            var answer = sophie.signIn(email, PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(200);
            var session = Visitor.json(sophie.get("/api/session"));
            assertThat(session.at("/account")).isEqualTo(Visitor.json(answer).at("/account"));
            assertThat(session.at("/signedIn").asBoolean()).isTrue();
            assertThat(session.at("/account/id").asString()).isEqualTo(account.toString());
            assertThat(session.at("/account/email").asString()).isEqualTo(email);
            assertThat(session.at("/account/displayName").asString()).isEqualTo("Sophie Martin");
            assertThat(session.at("/account/language").asString()).isEqualTo("fr");
            assertThat(session.at("/account/roles/0").asString()).isEqualTo("MANAGER");
            assertThat(session.at("/account/branchId").asString()).isEqualTo(branch.toString());
            assertThat(session.at("/account").has("customerId")).isFalse();
        }
    }

    @Test
    void everyRefusalReadsTheSame() {
        var suspended = "pierre." + UUID.randomUUID() + "@example.org";
        accounts.suspend(open(suspended, Grants.of(Grant.manager(branch))));
        var withoutPassword = "david." + UUID.randomUUID() + "@example.org";
        accounts.open(new OpenAccount(
                new EmailAddress(withoutPassword),
                new InitialPassword.None(),
                "David",
                "fr",
                Grants.of(Grant.administrator())));
        var locked = "marie." + UUID.randomUUID() + "@example.org";
        open(locked, Grants.of(Grant.manager(branch)));
        for (var i = 0; i < 5; i++) {
            attempt(locked, WRONG);
        }

        var answers = new LinkedHashMap<String, HttpResponse<String>>();
        answers.put("wrong", attempt(email, WRONG));
        answers.put("unknown", attempt("nobody@example.org", PASSWORD));
        answers.put("suspended", attempt(suspended, PASSWORD));
        answers.put("without password", attempt(withoutPassword, PASSWORD));
        answers.put("locked", attempt(locked, PASSWORD));
        answers.put("not an address", attempt("sophie", PASSWORD));
        answers.put("hostile address", attempt("' or 1=1 --\u202e@example.org", PASSWORD));
        answers.put("long", attempt("a".repeat(10_000) + "@example.org", "b".repeat(10_000)));
        answers.put("empty", attempt("", ""));

        assertThat(answers).allSatisfy((reason, answer) -> {
            assertThat(answer.statusCode()).as(reason).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("www-authenticate")).isEmpty();
            assertThat(withoutRequestId(answer)).isEqualTo(withoutRequestId(answers.get("wrong")));
        });
    }

    @Test
    void theAddressMayBeTypedInCapitals() {
        assertThat(attempt("  " + email.toUpperCase(Locale.ROOT) + " ", PASSWORD)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void fiveFailuresInARowLockAndAWaitUnlocks() {
        for (var i = 0; i < 5; i++) {
            assertThat(attempt(email, WRONG).statusCode()).isEqualTo(401);
        }
        assertThat(attempt(email, PASSWORD).statusCode()).isEqualTo(401);

        jdbc.sql("update identity.accounts set locked_until = now() - interval '1 second' where id = ?")
                .param(account.value())
                .update();

        assertThat(attempt(email, WRONG).statusCode()).isEqualTo(401);
        assertThat(attempt(email, PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aSuccessStartsTheCountAnew() {
        for (var round = 0; round < 3; round++) {
            for (var i = 0; i < 4; i++) {
                attempt(email, WRONG);
            }
            assertThat(attempt(email, PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLockLeavesRunningSessionsAlone() {
        try (var sophie = Visitor.at(port)) {
            sophie.signIn(email, PASSWORD);
            for (var i = 0; i < 6; i++) {
                attempt(email, WRONG);
            }

            assertThat(signedIn(sophie)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"email\":\"a@example.org\"}",
                "{\"email\":{},\"password\":1}",
                "{\"email\":\"a@example.org\",\"password\":\"x\",\"admin\":true}"
            })
    void malformedAttemptsAreNotAttempts(String body) {
        try (var visitor = Visitor.at(port)) {
            visitor.get("/api/session");

            var answer = visitor.post("/api/session", body);

            assertThat(answer.statusCode()).isIn(400, 422);
            assertThat(answer.body()).contains("/problems/").doesNotContain("Exception", "java", "fr.guichet");
        }
    }

    private AccountId open(String address, Grants grants) {
        return KnownPassword.open(accounts, address, "Sophie Martin", grants);
    }

    private HttpResponse<String> attempt(String address, String password) {
        try (var visitor = Visitor.at(port)) {
            return visitor.signIn(address, password);
        }
    }

    private static boolean signedIn(Visitor visitor) {
        return Visitor.json(visitor.get("/api/session")).at("/signedIn").asBoolean();
    }

    private static List<String> withoutRequestId(HttpResponse<String> answer) {
        return List.of(answer.body().replaceAll("\"requestId\":\"[^\"]*\"", ""));
    }
}
