package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.SecurityMessage.OneTimeCode;
import fr.guichet.identity.factors.RecoveryCodes;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A password and a code, over HTTP: one answer for both, and five tries for both together. */
@GuichetTest
class TwoStepSignInTests {

    private static final String PASSWORD = KnownPassword.TEXT;
    private static final String WRONG = "une porte en bois vert";

    @Autowired
    private Accounts accounts;

    @Autowired
    private RecoveryCodes recovery;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String email = "";
    private AccountId account = AccountId.next();

    @BeforeEach
    void marieHasAnAccount() {
        email = "marie." + UUID.randomUUID() + "@example.org";
        account = open(email);
    }

    @Test
    void theFirstStepTellsNothing() {
        var answers = List.of(begin(email, PASSWORD), begin(email, WRONG), begin("nobody@example.org", PASSWORD));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(withoutTime(answer))
                    .isEqualTo("{\"signedIn\":false,\"codeAwaited\":true,\"signOn\":false,\"localSignIn\":true}");
            assertThat(answer.headers().map().keySet())
                    .isEqualTo(answers.getFirst().headers().map().keySet());
            assertThat(answer.headers().allValues("set-cookie"))
                    .anyMatch(cookie -> cookie.matches(
                            "GUICHET_SIGN_IN=[A-Za-z0-9_-]{43}; Path=/api; Max-Age=600; .*HttpOnly; SameSite=Strict"));
        });
        assertThat(codesSentTo(email)).as("one code, for the right password").hasSize(1);
        assertThat(codesSentTo("nobody@example.org")).isEmpty();
    }

    @Test
    void theFirstStepAloneOpensNothing() {
        try (var marie = Visitor.at(port)) {
            marie.begin(email, PASSWORD);

            assertThat(marie.get("/api/customers/me").statusCode()).isEqualTo(401);
            assertThat(Visitor.json(marie.get("/api/session")).at("/signedIn").asBoolean())
                    .isFalse();
            assertThat(Visitor.json(marie.get("/api/session"))
                            .at("/codeAwaited")
                            .asBoolean())
                    .isTrue();
            assertThat(marie.cookie("GUICHET_SESSION")).isEmpty();
        }
    }

    @Test
    void aWrongCodeAndAWrongPasswordReadTheSame() {
        try (var marie = Visitor.at(port);
                var guesser = Visitor.at(port);
                var stranger = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            guesser.begin(email, WRONG);
            stranger.begin("nobody@example.org", PASSWORD);
            var wrongCode = marie.enter(other(code()));
            var wrongPassword = guesser.enter("123456");
            var unknown = stranger.enter("123456");
            var none = Visitor.at(port);
            none.get("/api/session");

            assertThat(List.of(wrongPassword, unknown, none.enter("123456"))).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(withoutRequestId(answer)).isEqualTo(withoutRequestId(wrongCode));
            });
            none.close();
        }
    }

    @Test
    void afterAWrongCodeTheRightOneStillDoes() {
        try (var marie = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            var code = code();

            assertThat(marie.enter(other(code)).statusCode()).isEqualTo(401);
            assertThat(marie.enter(" " + code.substring(0, 3) + " " + code.substring(3))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(marie.get("/api/session/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aCodeCountsInTheSignInItWasSentForAlone() {
        try (var marie = Visitor.at(port);
                var guesser = Visitor.at(port)) {
            guesser.begin(email, PASSWORD);
            var hers = code();
            marie.begin(email, PASSWORD);
            var mine = code();

            assertThat(marie.enter(hers).statusCode()).isEqualTo(hers.equals(mine) ? 200 : 401);
            assertThat(guesser.enter(mine).statusCode()).isEqualTo(401);
            assertThat(marie.enter(mine).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoBeginsAgainInTheSameBrowserMayUseTheCodeThatIsOnItsWay() {
        try (var pierre = Visitor.at(port)) {
            pierre.begin(email, PASSWORD);
            var code = code();
            pierre.delete("/api/session/code");
            assertThat(pierre.enter(code).statusCode()).as("given up").isEqualTo(401);

            pierre.begin(email, WRONG);
            pierre.begin(email, PASSWORD);

            assertThat(codesSentTo(email)).as("no other").isEmpty();
            assertThat(pierre.enter(code).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSignInOfAnotherInTheSameBrowserGoesOnFromNothing() {
        var other = "pierre." + UUID.randomUUID() + "@example.org";
        open(other);
        try (var shared = Visitor.at(port)) {
            shared.begin(email, PASSWORD);
            var code = code();
            shared.begin(other, PASSWORD);

            assertThat(shared.enter(code).statusCode()).isEqualTo(401);
            assertThat(shared.enter(SentMessages.takeCode(other).orElseThrow()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPasswordAndACodeThatFailTogetherAreOneFailure() {
        for (var i = 0; i < 4; i++) {
            try (var guesser = Visitor.at(port)) {
                guesser.begin(email, PASSWORD);
                assertThat(guesser.enter("000000x").statusCode()).isEqualTo(401);
            }
        }
        try (var marie = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            assertThat(marie.enter(code()).statusCode()).as("the fifth").isEqualTo(200);
        }
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsRefusedToo() {
        try (var guesser = Visitor.at(port)) {
            guesser.begin(email, PASSWORD);
            var code = code();
            for (var i = 0; i < 5; i++) {
                assertThat(guesser.enter(other(code)).statusCode()).isEqualTo(401);
            }
            assertThat(guesser.enter(code).statusCode()).as("a sixth").isEqualTo(401);
        }
        try (var marie = Visitor.at(port)) {
            assertThat(marie.signIn(email, PASSWORD).statusCode()).isEqualTo(401);
            jdbc.sql("update identity.accounts set locked_until = now() - interval '1 second' where id = ?")
                    .param(account.value())
                    .update();
            jdbc.sql("delete from identity.message_codes where account_id = ?")
                    .param(account.value())
                    .update();
            assertThat(marie.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRightPasswordInBetweenForgivesNothing() {
        for (var i = 0; i < 5; i++) {
            try (var guesser = Visitor.at(port)) {
                guesser.begin(email, PASSWORD);
                guesser.enter("000000x");
            }
        }
        assertThat(accountIsLocked()).isTrue();
    }

    @Test
    void aCodeIsWorthNothingWithAnothersPassword() {
        var other = "pierre." + UUID.randomUUID() + "@example.org";
        open(other);
        try (var marie = Visitor.at(port);
                var pierre = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            var code = code();
            pierre.begin(other, PASSWORD);
            var his = SentMessages.takeCode(other).orElseThrow();

            assertThat(pierre.enter(code.equals(his) ? other(his) : code).statusCode())
                    .isEqualTo(401);
            assertThat(marie.enter(code).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatWasUsedCannotBeUsedAgain() {
        try (var marie = Visitor.at(port);
                var thief = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            thief.plant("GUICHET_SIGN_IN", marie.cookie("GUICHET_SIGN_IN").orElseThrow());
            thief.get("/api/session");
            var code = code();
            assertThat(marie.enter(code).statusCode()).isEqualTo(200);

            assertThat(thief.enter(code).statusCode()).isEqualTo(401);
            assertThat(marie.cookie("GUICHET_SIGN_IN")).isEmpty();
        }
    }

    @Test
    void anotherPasswordEndsWhatBeganUnderTheOld() {
        try (var thief = Visitor.at(port)) {
            thief.begin(email, PASSWORD);
            var code = code();
            accounts.changePassword(account, "un autre pont en pierre");

            assertThat(thief.enter(code).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoGoesBackBeginsAnew() {
        try (var marie = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            var code = code();
            assertThat(marie.delete("/api/session/code").statusCode()).isEqualTo(204);

            assertThat(Visitor.json(marie.get("/api/session"))
                            .at("/codeAwaited")
                            .asBoolean())
                    .isFalse();
            assertThat(marie.enter(code).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void anotherCodeIsSentToWhoWasRightAndToNobodyElse() {
        try (var marie = Visitor.at(port);
                var guesser = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            code();
            jdbc.sql("update identity.message_codes set sent_at = sent_at - interval '1 minute' where account_id = ?")
                    .param(account.value())
                    .update();
            guesser.begin(email, WRONG);

            assertThat(guesser.post("/api/session/code/message", null).statusCode())
                    .isEqualTo(204);
            assertThat(codesSentTo(email)).isEmpty();
            assertThat(marie.post("/api/session/code/message", null).statusCode())
                    .isEqualTo(204);
            assertThat(marie.enter(code()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRecoveryCodeStandsInForTheTelephone() {
        var sheet = recovery.issue(account);
        try (var marie = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            assertThat(marie.enter(sheet.get(4)).statusCode()).isEqualTo(200);
        }
        try (var thief = Visitor.at(port)) {
            thief.begin(email, PASSWORD);
            assertThat(thief.enter(sheet.get(4)).statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"code\":null}", "{\"code\":123456}", "{\"code\":\"1\",\"more\":1}"})
    void malformedCodesAreNotAttempts(String body) {
        try (var marie = Visitor.at(port)) {
            marie.begin(email, PASSWORD);
            for (var i = 0; i < 6; i++) {
                assertThat(marie.post("/api/session/code", body).statusCode()).isIn(400, 422);
            }
            assertThat(marie.enter(code()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutOurTokenNoStepIsTaken() {
        try (var marie = Visitor.at(port)) {
            marie.begin(email, PASSWORD);

            var forged =
                    marie.post("/api/session/code", "{\"code\":\"%s\"}".formatted(code()), "X-XSRF-TOKEN", "guess");

            assertThat(forged.statusCode()).isEqualTo(403);
        }
    }

    private boolean accountIsLocked() {
        return jdbc.sql("select locked_until is not null from identity.accounts where id = ?")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    private AccountId open(String address) {
        return KnownPassword.open(accounts, address, "Marie Lefèvre", Grants.of(Grant.customer(CustomerId.next())));
    }

    private HttpResponse<String> begin(String address, String password) {
        try (var visitor = Visitor.at(port)) {
            return visitor.begin(address, password);
        }
    }

    private String code() {
        return SentMessages.takeCode(email).orElseThrow();
    }

    private static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    private static List<OneTimeCode> codesSentTo(String address) {
        return SentMessages.to(address).stream()
                .filter(OneTimeCode.class::isInstance)
                .map(OneTimeCode.class::cast)
                .toList();
    }

    private static String withoutTime(HttpResponse<String> answer) {
        return answer.body().replaceAll(",\"now\":\"[^\"]*\"", "");
    }

    private static String withoutRequestId(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
