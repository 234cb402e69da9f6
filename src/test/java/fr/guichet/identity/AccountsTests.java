package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.identity.AccountOpening.Opened;
import fr.guichet.identity.AccountOpening.Refused;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Role;
import fr.guichet.testing.GuichetTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@GuichetTest
class AccountsTests {

    private static final String GOOD_PASSWORD = "une porte en bois bleu";

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private JdbcClient jdbc;

    private final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.org");

    @Test
    void anAccountIsFoundByItsIdAndByItsAddressHoweverTyped() {
        var customer = CustomerId.next();
        var id = open(email, Grants.of(Grant.customer(customer)));

        var shouted = EmailAddress.parse(email.value().toUpperCase(Locale.ROOT)).orElseThrow();
        assertThat(accounts.findByEmail(shouted)).isEqualTo(accounts.find(id)).hasValueSatisfying(account -> {
            assertThat(account.email()).isEqualTo(email.value());
            assertThat(account.grants().customer()).contains(customer);
            assertThat(account.isActive()).isTrue();
        });
    }

    @Test
    void anAddressHasOneAccountInAnyCase() {
        open(email, Grants.of(Grant.administrator()));
        var same = EmailAddress.parse(email.value().toUpperCase(Locale.ROOT)).orElseThrow();

        assertThat(accounts.open(wish(same, Grants.of(Grant.customer(CustomerId.next())))))
                .isEqualTo(new Refused(new AccountRefusal.EmailTaken()));
    }

    @Test
    void aPersonHasOneAccount() {
        var customer = Grants.of(Grant.customer(CustomerId.next()));
        var adviser = Grants.of(Grant.adviser(BranchId.next(), AdviserId.next()));
        open(email, customer);
        open(other(), adviser);
        var another = other();

        assertThat(accounts.open(wish(another, customer)))
                .isEqualTo(new Refused(new AccountRefusal.PersonHasAccount()));
        assertThat(accounts.open(wish(another, adviser))).isEqualTo(new Refused(new AccountRefusal.PersonHasAccount()));
        assertThat(accounts.findByEmail(another)).as("nothing is left behind").isEmpty();
    }

    @Test
    void aWeakPasswordIsRefused() {
        var wish = new OpenAccount(
                email, new InitialPassword.Plain("motdepasse123"), "Marie", "fr", Grants.of(Grant.administrator()));

        assertThat(accounts.open(wish))
                .isEqualTo(new Refused(new AccountRefusal.WeakPassword(PasswordWeakness.COMMON)));
    }

    @Test
    void aPasswordIsKeptAsArgon2idOnly() {
        accounts.open(new OpenAccount(
                email, new InitialPassword.Plain(GOOD_PASSWORD), "Marie", "fr", Grants.of(Grant.administrator())));

        assertThat(passwordHash())
                .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain("porte")
                .matches(hash -> encoder.matches(GOOD_PASSWORD, hash))
                .matches(hash -> !encoder.upgradeEncoding(hash));
    }

    @Test
    void aThousandAccountsAreOpenedWithoutHashingForEach() {
        var hash = accounts.encode(GOOD_PASSWORD);
        var wishes = IntStream.range(0, 1000)
                .mapToObj(number -> new OpenAccount(
                        other(),
                        new InitialPassword.Encoded(hash),
                        "Client " + number,
                        "fr",
                        Grants.of(Grant.customer(CustomerId.next()))))
                .toList();

        var begin = Instant.now();
        var ids = accounts.openAll(wishes);

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(ids).hasSize(1000);
        assertThat(accounts.find(ids.get(500))).hasValueSatisfying(account -> assertThat(account.email())
                .isEqualTo(wishes.get(500).email().value()));
    }

    @Test
    void manyAreOpenedAllOrNone() {
        open(email, Grants.of(Grant.administrator()));
        var fresh = other();
        var wishes = List.of(
                wish(fresh, Grants.of(Grant.customer(CustomerId.next()))),
                wish(email, Grants.of(Grant.customer(CustomerId.next()))));

        assertThatThrownBy(() -> accounts.openAll(wishes)).isInstanceOf(IllegalStateException.class);
        assertThat(accounts.findByEmail(fresh)).isEmpty();
    }

    @Test
    void suspendingMovesTheSessionVersionOnce() {
        var id = open(email, Grants.of(Grant.administrator()));

        assertThat(accounts.suspend(id)).isTrue();
        assertThat(accounts.suspend(id)).isFalse();

        assertThat(accounts.find(id)).hasValueSatisfying(account -> {
            assertThat(account.isActive()).isFalse();
            assertThat(account.sessionVersion()).isEqualTo(1);
        });
        assertThat(accounts.reinstate(id)).isTrue();
        assertThat(accounts.find(id))
                .hasValueSatisfying(account -> assertThat(account.isActive()).isTrue());
    }

    @Test
    void otherRightsEndTheSessionsOpenedUnderTheOldOnes() {
        var branch = BranchId.next();
        var id = open(email, Grants.of(Grant.adviser(branch, AdviserId.next())));

        assertThat(accounts.entitle(id, Grants.of(Grant.manager(branch)))).isTrue();

        assertThat(accounts.find(id)).hasValueSatisfying(account -> {
            assertThat(account.grants()).isEqualTo(Grants.of(Grant.manager(branch)));
            assertThat(account.sessionVersion()).isEqualTo(1);
        });
        assertThat(accounts.entitle(AccountId.next(), Grants.of(Grant.administrator())))
                .isFalse();
    }

    @Test
    void ownChangesShowAtOnce() {
        var id = open(email, Grants.of(Grant.administrator()));
        assertThat(accounts.recent(id))
                .hasValueSatisfying(account -> assertThat(account.language()).isEqualTo("fr"));

        assertThat(accounts.changeLanguage(id, "en")).isTrue();

        assertThat(accounts.recent(id))
                .hasValueSatisfying(account -> assertThat(account.language()).isEqualTo("en"));
        assertThatThrownBy(() -> accounts.changeLanguage(id, "de")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoKnowsOfANewerSessionVersionGetsIt() {
        var id = open(email, Grants.of(Grant.administrator()));
        assertThat(accounts.recent(id)).hasValueSatisfying(account -> assertThat(account.sessionVersion())
                .isZero());
        // As another instance would: this one is not told.
        jdbc.sql("update identity.accounts set session_version = 1 where id = ?")
                .param(id.value())
                .update();

        assertThat(accounts.recentSince(id, 1)).hasValueSatisfying(account -> assertThat(account.sessionVersion())
                .isEqualTo(1));
    }

    @Test
    void theTableItselfRefusesASixthAttemptAndMixedKinds() {
        var id = open(email, Grants.of(Grant.customer(CustomerId.next())));

        assertThatThrownBy(() -> jdbc.sql("update identity.accounts set attempts = 6 where id = ?")
                        .param(id.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("accounts_never_a_sixth_attempt");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into identity.grants (id, account_id, kind, role, granted_at)
                        values (gen_random_uuid(), ?, 'CUSTOMER', 'ADMINISTRATOR', now())
                        """).param(id.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("grants_customer_or_staff");
    }

    @Test
    void theTableItselfRefusesASecondDepartment() {
        var id = open(email, Grants.of(Grant.of(Role.OPERATOR), Grant.of(Role.QUALITY)));

        assertThatThrownBy(() -> jdbc.sql("""
                        insert into identity.grants (id, account_id, kind, role, granted_at)
                        values (gen_random_uuid(), ?, 'STAFF', 'LEGAL', now())
                        """).param(id.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("grants_one_department");
    }

    @Test
    void nothingTellsNamesOrAddressesByAccident() {
        var wish = wish(email, Grants.of(Grant.administrator()));
        var id = ((Opened) accounts.open(wish)).account();

        assertThat(wish.toString() + accounts.find(id)).doesNotContain(email.value(), "Marie");
    }

    private AccountId open(EmailAddress address, Grants grants) {
        return accounts.open(wish(address, grants)).orThrow();
    }

    private static OpenAccount wish(EmailAddress address, Grants grants) {
        return new OpenAccount(address, new InitialPassword.None(), "Marie Lefèvre", "fr", grants);
    }

    private static EmailAddress other() {
        return new EmailAddress(UUID.randomUUID() + "@example.org");
    }

    private String passwordHash() {
        return jdbc.sql("select password_hash from identity.accounts where email_key = ?")
                .param(email.key())
                .query(String.class)
                .single();
    }
}
