package fr.guichet.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.LinkedMultiValueMap;

/** Sessions as rows: small, spared, and harmless when they cannot be read. */
@GuichetTest
class SessionStorageTests {

    private static final String PASSWORD = "une porte en bois bleu";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private AccountId account = AccountId.next();
    private Visitor marie = new Visitor("http://localhost");

    @BeforeEach
    void marieIsSignedIn() {
        var email = UUID.randomUUID() + "@example.org";
        account = accounts.open(new OpenAccount(
                        new EmailAddress(email),
                        new InitialPassword.Plain(PASSWORD),
                        "Marie Lefèvre",
                        "fr",
                        Grants.of(Grant.customer(CustomerId.next()))))
                .orThrow();
        marie = Visitor.at(port);
        assertThat(marie.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        marie.close();
    }

    @Test
    void aSessionIsIndexedByItsAccountAndHoldsNoPersonalData() {
        var kept = jdbc.sql("""
                select a.attribute_bytes
                  from platform.spring_session s
                  join platform.spring_session_attributes a on a.session_primary_id = s.primary_id
                 where s.principal_name = ?
                """)
                .param(account.toString())
                .query((row, number) -> row.getBytes(1))
                .list();

        assertThat(kept).allSatisfy(bytes -> {
            assertThat(bytes).hasSizeLessThan(200);
            assertThat(new String(bytes, UTF_8)).doesNotContain("Marie", "example.org");
        });
    }

    @Test
    void aBusySessionIsNotWrittenWithEveryRequest() {
        var before = rowVersion();
        for (var i = 0; i < 5; i++) {
            marie.get("/api/security");
        }
        assertThat(rowVersion()).isEqualTo(before);

        jdbc.sql(
                        "update platform.spring_session set last_access_time = last_access_time - 31000 where principal_name = ?")
                .param(account.toString())
                .update();
        var aged = rowVersion();
        assertThat(signedIn()).isTrue();
        assertThat(rowVersion()).as("asking who is there is no use of it").isEqualTo(aged);
        marie.get("/api/security");
        assertThat(rowVersion()).isNotEqualTo(aged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA==", "////", "not base64", "JyBvciAxPTEgLS0=", "w6k=", "é", "%00"})
    void aCookieThatIsNoneOfOursIsNoSession(String cookie) {
        try (var stranger = Visitor.at(port)) {
            var answer = stranger.get("/api/session", "Cookie", "GUICHET_SESSION=" + cookie);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Visitor.json(answer).at("/signedIn").asBoolean()).isFalse();
        }
    }

    @Test
    void anIdleSessionEnds() {
        jdbc.sql("""
                update platform.spring_session
                   set last_access_time = last_access_time - 901000, expiry_time = expiry_time - 901000
                 where principal_name = ?
                """).param(account.toString()).update();

        assertThat(signedIn()).isFalse();
    }

    @Test
    void aSessionThatCannotBeReadIsNobodys() {
        overwrite(new byte[] {1, 2, 3});
        assertThat(signedIn()).isFalse();
        assertThat(marie.get("/api/customers/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void aSessionMadeOfSomethingElseIsNobodys(Object stranger) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(stranger);
        }
        overwrite(bytes.toByteArray());

        assertThat(signedIn()).isFalse();
    }

    static Stream<Object> strangers() {
        return Stream.of("a text", new LinkedMultiValueMap<>(), new SecurityContextImpl());
    }

    @Test
    void aDamagedSessionDoesNotKeepTheBrowserFromSigningInAgain() {
        overwrite(new byte[0]);
        var email = UUID.randomUUID() + "@example.org";
        accounts.open(new OpenAccount(
                        new EmailAddress(email),
                        new InitialPassword.Plain(PASSWORD),
                        "Pierre",
                        "fr",
                        Grants.of(Grant.customer(CustomerId.next()))))
                .orThrow();

        assertThat(marie.signIn(email, PASSWORD).statusCode()).isEqualTo(200);

        assertThat(signedIn()).isTrue();
    }

    private boolean signedIn() {
        var answer = marie.get("/api/session");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Visitor.json(answer).at("/signedIn").asBoolean();
    }

    private String rowVersion() {
        return jdbc.sql("select xmin::text from platform.spring_session where principal_name = ?")
                .param(account.toString())
                .query(String.class)
                .single();
    }

    private void overwrite(byte[] bytes) {
        jdbc.sql("""
                update platform.spring_session_attributes set attribute_bytes = :bytes
                 where session_primary_id = (select primary_id from platform.spring_session where principal_name = :name)
                """).param("bytes", bytes).param("name", account.toString()).update();
    }
}
