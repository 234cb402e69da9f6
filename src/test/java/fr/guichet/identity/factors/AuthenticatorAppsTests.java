package fr.guichet.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.guichet.identity.Accounts;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.AccountId;
import fr.guichet.testing.GuichetTest;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes made from the time: which are taken, and that each is taken once. */
@GuichetTest
class AuthenticatorAppsTests {

    private static final Duration STEP = Duration.ofSeconds(30);

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private final SetClock clock = new SetClock();
    private final AuthenticatorApps apps;
    private SomeAccount pierre = new SomeAccount(AccountId.next(), "");
    private byte[] secret = new byte[0];

    @Autowired
    AuthenticatorAppsTests(JdbcClient jdbc, Keys keys, Transactions transactions) {
        apps = new AuthenticatorApps(jdbc, keys, transactions, clock);
    }

    @BeforeEach
    void pierreHasAnApp() {
        pierre = SomeAccount.in(accounts);
        secret = apps.offer(pierre.id()).orElseThrow();
        assertThat(apps.confirm(pierre.id(), code(0))).isTrue();
        clock.pass(STEP.multipliedBy(10));
    }

    @ParameterizedTest
    @CsvSource({"-2,false", "-1,true", "0,true", "1,true", "2,false"})
    void aClockMayBeOneStepOff(int steps, boolean taken) {
        assertThat(apps.take(pierre.id(), code(steps))).isEqualTo(taken);
    }

    @Test
    void eachCodeIsTakenOnceAndNoneBeforeIt() {
        assertThat(apps.take(pierre.id(), code(0))).isTrue();

        assertThat(apps.take(pierre.id(), code(0))).as("again").isFalse();
        assertThat(apps.take(pierre.id(), code(-1))).as("older").isFalse();
        assertThat(apps.take(pierre.id(), code(1))).as("newer").isTrue();
        clock.pass(STEP);
        assertThat(apps.take(pierre.id(), code(0))).as("again, a step later").isFalse();
    }

    @Test
    void ofManyWhoEnterOneCodeAtOnceOneComesThrough() throws Exception {
        var code = code(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var entering = Stream.<Callable<Boolean>>generate(() -> () -> apps.take(pierre.id(), code))
                    .limit(16)
                    .toList();

            var taken = threads.invokeAll(entering).stream()
                    .filter(entered -> entered.resultNow())
                    .count();

            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void anotherAccountsCodeIsWorthNothing() {
        var marie = SomeAccount.in(accounts);
        apps.offer(marie.id());

        assertThat(apps.take(marie.id(), code(0))).isFalse();
        assertThat(apps.confirm(marie.id(), code(0))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00000", "0000000", "abcdef", "٠١٢٣٤٥", "-12345", "12 345"})
    void whatIsNoCodeIsRefused(String typed) {
        assertThat(apps.take(pierre.id(), typed)).isFalse();
    }

    @Test
    void anAppCountsOnceItHasShownACode() {
        var marie = SomeAccount.in(accounts);
        var offered = apps.offer(marie.id()).orElseThrow();

        assertThat(apps.since(marie.id())).isEmpty();
        assertThat(apps.take(marie.id(), code(offered, 0))).isFalse();
        assertThat(apps.confirm(marie.id(), "000000")).isFalse();
        assertThat(apps.confirm(marie.id(), code(offered, 0))).isTrue();
        assertThat(apps.since(marie.id())).contains(clock.instant());
        assertThat(apps.offer(marie.id())).as("there is one").isEmpty();
    }

    @Test
    void theLastOfferCountsAndNotForever() {
        var marie = SomeAccount.in(accounts);
        var first = apps.offer(marie.id()).orElseThrow();
        var second = apps.offer(marie.id()).orElseThrow();

        assertThat(apps.confirm(marie.id(), code(first, 0))).isFalse();
        clock.pass(Duration.ofMinutes(31));
        assertThat(apps.confirm(marie.id(), code(second, 0))).isFalse();
    }

    @Test
    void whoReadsTheTableHasNoSecret() {
        var kept = jdbc.sql("select secret from identity.authenticator_apps where account_id = ?")
                .param(pierre.id().value())
                .query(byte[].class)
                .single();

        assertThat(HexFormat.of().formatHex(kept)).doesNotContain(HexFormat.of().formatHex(secret));
    }

    @Test
    void aSecretMovedToAnotherAccountCannotBeUsed() {
        var marie = SomeAccount.in(accounts);
        jdbc.sql("""
                insert into identity.authenticator_apps (account_id, secret, offered_at, confirmed_at)
                select ?, secret, offered_at, confirmed_at from identity.authenticator_apps where account_id = ?
                """).param(marie.id().value()).param(pierre.id().value()).update();

        assertThatThrownBy(() -> apps.take(marie.id(), code(0))).isInstanceOf(IllegalStateException.class);
    }

    private String code(int steps) {
        return code(secret, steps);
    }

    private String code(byte[] key, int steps) {
        var generator = new TimeBasedOneTimePasswordGenerator(STEP);
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(key, generator.getAlgorithm()),
                    clock.instant().plus(STEP.multipliedBy(steps)),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
