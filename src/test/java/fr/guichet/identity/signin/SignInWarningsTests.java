package fr.guichet.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.SecurityMessage.Suspicion;
import fr.guichet.identity.SecurityMessage.SuspiciousSignIn;
import fr.guichet.identity.factors.Messenger;
import fr.guichet.identity.factors.Recipients;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the owner of an account hears of those who try to come in. */
@GuichetTest
class SignInWarningsTests {

    private static final String PASSWORD = KnownPassword.TEXT;
    private static final String WRONG = "une porte en bois vert";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Recipients recipients;

    @Autowired
    private Messenger messenger;

    @Autowired
    private Transactions transactions;

    @Autowired
    private SignInProperties properties;

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
    void aPasswordWithoutItsCodeIsToldOnceADay() {
        try (var guesser = Visitor.at(port)) {
            guesser.begin(email, PASSWORD);
            guesser.enter("123456");
        }
        tellAfter(Duration.ofMinutes(9));
        assertThat(told()).as("the code may still come").isEmpty();

        tellAfter(Duration.ofMinutes(11));
        assertThat(told()).containsExactly(Suspicion.PASSWORD_WITHOUT_CODE);

        try (var guesser = Visitor.at(port)) {
            guesser.begin(email, PASSWORD);
        }
        tellAfter(Duration.ofMinutes(12));
        assertThat(told()).as("the same day").hasSize(1);

        try (var guesser = Visitor.at(port)) {
            guesser.begin(email, PASSWORD);
        }
        tellAfter(Duration.ofHours(25));
        assertThat(told()).hasSize(2);
    }

    @Test
    void givingUpOrBeginningAgainHidesNothing() {
        try (var guesser = Visitor.at(port)) {
            guesser.begin(email, PASSWORD);
            guesser.delete("/api/session/code");
            guesser.begin(email, WRONG);
        }
        tellAfter(Duration.ofMinutes(11));

        assertThat(told()).containsExactly(Suspicion.PASSWORD_WITHOUT_CODE);
    }

    @Test
    void aWrongPasswordAndASignInThatSucceedsAreNoNews() {
        try (var marie = Visitor.at(port)) {
            marie.begin(email, WRONG);
            marie.enter("123456");
            marie.begin(email, PASSWORD);
            marie.delete("/api/session/code");
            marie.begin(email, PASSWORD);
            assertThat(marie.enter(SentMessages.takeCode(email).orElseThrow()).statusCode())
                    .isEqualTo(200);
        }
        tellAfter(Duration.ofMinutes(11));

        assertThat(told()).isEmpty();
    }

    @Test
    void aLockIsToldWithItsEndOnceItIsSureToBeOne() {
        for (var i = 0; i < 5; i++) {
            try (var guesser = Visitor.at(port)) {
                guesser.begin(email, WRONG);
            }
        }
        tellAfter(Duration.ZERO);
        assertThat(told()).as("the fifth may still succeed").isEmpty();

        tellAfter(Duration.ofMinutes(2));
        tellAfter(Duration.ofMinutes(3));
        assertThat(told()).containsExactly(Suspicion.LOCKED);
        assertThat(warnings().getFirst().at()).isEqualTo(lockedUntil());
    }

    /** As if so much time had passed. */
    private void tellAfter(Duration time) {
        var later = Clock.offset(Clock.systemUTC(), time);
        new SignInWarnings(jdbc, recipients, messenger, transactions, properties, later).tell();
    }

    private List<Suspicion> told() {
        return warnings().stream().map(SuspiciousSignIn::suspicion).toList();
    }

    private List<SuspiciousSignIn> warnings() {
        return SentMessages.to(email).stream()
                .filter(SuspiciousSignIn.class::isInstance)
                .map(SuspiciousSignIn.class::cast)
                .toList();
    }

    private Instant lockedUntil() {
        return jdbc.sql("select locked_until from identity.accounts where id = ?")
                .param(account.value())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
