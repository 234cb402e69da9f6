package fr.guichet.identity.factors;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Apps that make a code from the time (RFC 6238: SHA-1, six digits, 30 seconds, as every app understands). The code of the step
 * before and after is taken too, because clocks differ; each code works once (RFC 6238, section 5.2), and none older than one that
 * was used.
 */
@Component
public class AuthenticatorApps {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DRIFT = 1;
    /** RFC 4226, section 4, R6 recommends 160 bits. */
    private static final int SECRET_BYTES = 20;

    private static final Duration OFFER_LASTS = Duration.ofMinutes(30);

    private static final RandomGenerator RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);
    private final JdbcClient jdbc;
    private final Keys keys;
    private final Transactions transactions;
    private final Clock clock;

    AuthenticatorApps(JdbcClient jdbc, Keys keys, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Offers a new secret to an account that has no app yet. It counts once {@link #confirm} has seen a code made with it; an offer
     * made again replaces the one before.
     *
     * @return the secret's bytes, to be shown once; empty when the account has an app
     */
    public Optional<byte[]> offer(AccountId account) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        var offered = jdbc.sql("""
                insert into identity.authenticator_apps (account_id, secret, offered_at)
                values (:account, :secret, :now)
                on conflict (account_id) do update
                   set secret = excluded.secret, offered_at = excluded.offered_at, last_step = 0
                 where identity.authenticator_apps.confirmed_at is null
                """)
                .param("account", account.value())
                .param("secret", encrypted(account, secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return offered == 1 ? Optional.of(secret) : Optional.empty();
    }

    /** Whether the code shows that the app has the secret it was offered; from then on its codes count, not those by message. */
    public boolean confirm(AccountId account, CharSequence code) {
        return transactions.call(() -> {
            var offered = row(account)
                    .filter(app -> !app.confirmed()
                            && app.offeredAt().plus(OFFER_LASTS).isAfter(clock.instant()));
            if (offered.isEmpty() || !take(account, offered.get(), CodeText.plain(code))) {
                return false;
            }
            jdbc.sql("update identity.authenticator_apps set confirmed_at = :now where account_id = :account")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("account", account.value())
                    .update();
            return true;
        });
    }

    /** Forgets the app; codes are sent by message again. */
    public boolean remove(AccountId account) {
        return jdbc.sql("delete from identity.authenticator_apps where account_id = ? and confirmed_at is not null")
                        .param(account.value())
                        .update()
                == 1;
    }

    /** When the account's app was set up; empty when it has none. */
    public Optional<Instant> since(AccountId account) {
        return jdbc.sql(
                        "select confirmed_at from identity.authenticator_apps where account_id = ? and confirmed_at is not null")
                .param(account.value())
                .query((row, number) ->
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Uses the code up, if the account's app makes it about now. */
    boolean take(AccountId account, String code) {
        return row(account)
                .filter(App::confirmed)
                .filter(app -> take(account, app, code))
                .isPresent();
    }

    private boolean take(AccountId account, App app, String code) {
        var step = stepOf(code, app.secret());
        return step.isPresent()
                && jdbc.sql("""
                        update identity.authenticator_apps set last_step = :step
                         where account_id = :account and secret = :secret and last_step < :step
                        """)
                                .param("step", step.getAsLong())
                                .param("account", account.value())
                                .param("secret", app.encrypted())
                                .update()
                        == 1;
    }

    private OptionalLong stepOf(String code, byte[] secret) {
        var key = new SecretKeySpec(secret, generator.getAlgorithm());
        var now = clock.instant().getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (var step = now - DRIFT; step <= now + DRIFT; step++) {
            if (MessageDigest.isEqual(bytes(code), bytes(codeAt(step, key)))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String codeAt(long step, SecretKeySpec key) {
        try {
            return generator.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.US_ASCII);
    }

    private Optional<App> row(AccountId account) {
        return jdbc.sql("select secret, offered_at, confirmed_at from identity.authenticator_apps where account_id = ?")
                .param(account.value())
                .query((row, number) -> {
                    var encrypted = row.getBytes("secret");
                    return new App(
                            encrypted,
                            decrypted(account, encrypted),
                            row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                            row.getObject("confirmed_at") != null);
                })
                .optional();
    }

    private byte[] encrypted(AccountId account, byte[] secret) {
        try {
            return keys.secrets().encrypt(secret, owner(account));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be encrypted", e);
        }
    }

    private byte[] decrypted(AccountId account, byte[] encrypted) {
        try {
            return keys.secrets().decrypt(encrypted, owner(account));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of an authenticator app cannot be read with the keys at hand", e);
        }
    }

    /** Bound to what is encrypted: a secret copied into another account's row is refused. */
    private static byte[] owner(AccountId account) {
        return bytes("authenticator-app\n" + account);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record App(byte[] encrypted, byte[] secret, Instant offeredAt, boolean confirmed) {

        @Override
        public String toString() {
            return "App[…]";
        }
    }
}
