package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.factors.RecoveryCodes;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an account is used stands in the audit trail, and its owner can read it; what was typed stands nowhere. */
@GuichetTest
class AccountTrailTests {

    private static final String PASSWORD = KnownPassword.TEXT;

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
        account = KnownPassword.open(accounts, email, "Marie Lefèvre", Grants.of(Grant.customer(CustomerId.next())));
    }

    @Test
    void comingInConfirmingAndGoingOutAreWrittenDown() {
        var sheet = recovery.issue(account);
        try (var marie = Visitor.at(port)) {
            marie.signIn(email, PASSWORD);
            assertThat(marie.post("/api/session/confirmation/code", "{\"code\":\"%s\"}".formatted(sheet.get(0)))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(marie.post("/api/security/recovery-codes", null).statusCode())
                    .isEqualTo(200);
            var read = marie.get("/api/activity").body();
            assertThat(read).contains("Connexion", "Code de secours utilisé", "Nouvelle feuille de codes de secours");
            marie.delete("/api/sessions");
            marie.delete("/api/session");
        }

        assertThat(written())
                .containsExactly(
                        "identity.account-opened DONE",
                        "identity.signed-in DONE",
                        "identity.recovery-code-used DONE",
                        "identity.identity-confirmed DONE",
                        "identity.recovery-codes-issued DONE",
                        "identity.other-sessions-ended DONE",
                        "identity.signed-out DONE");
    }

    @Test
    void whoDidNotComeInIsWrittenDownToo() {
        try (var stranger = Visitor.at(port)) {
            stranger.begin(email, "une porte en bois vert");
            stranger.enter("123456");
        }

        assertThat(written()).last().isEqualTo("identity.sign-in-refused REFUSED");
    }

    @Test
    void anAddressThatNobodyHasIsNotKept() {
        var unknown = "nobody." + UUID.randomUUID() + "@example.org";
        var before = refusedForNobody();
        try (var stranger = Visitor.at(port)) {
            stranger.begin(unknown, PASSWORD);
            stranger.enter("123456");
        }

        assertThat(refusedForNobody()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select t::text from audit.entry t")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(unknown));
    }

    @Test
    void anotherPasswordIsWrittenDown() {
        try (var marie = Visitor.at(port)) {
            marie.signIn(email, PASSWORD);
            marie.put(
                    "/api/security/password",
                    "{\"currentPassword\":\"une porte en bois bleu\",\"password\":\"un autre pont en pierre\"}");
        }

        assertThat(written()).last().isEqualTo("identity.password-changed DONE");
    }

    @Test
    void whatOneHasNoRightToIsWrittenDownAFewTimesOnly() {
        try (var marie = Visitor.at(port)) {
            marie.signIn(email, PASSWORD);
            for (var i = 0; i < 10; i++) {
                assertThat(marie.get("/api/appointments/" + UUID.randomUUID()).statusCode())
                        .isEqualTo(404);
                assertThat(marie.get("/api/staff").statusCode()).isEqualTo(403);
            }
        }

        assertThat(jdbc.sql("""
                        select details || ' ' || reason from audit.entry
                         where actor_account = ? and action = 'identity.right-refused' order by seq
                        """).param(account.value()).query(String.class).list())
                .containsOnly("{\"operation\":\"getAppointment\"} not-found", "{\"operation\":\"listStaff\"} forbidden")
                .hasSize(6);
    }

    private long refusedForNobody() {
        return jdbc.sql(
                        "select count(*) from audit.entry where action = 'identity.sign-in-refused' and subject_id is null")
                .query(Long.class)
                .single();
    }

    private List<String> written() {
        return jdbc.sql("""
                        select action || ' ' || outcome from audit.entry
                         where subject = 'ACCOUNT' and subject_id = ? order by seq
                        """)
                .param(account.value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
