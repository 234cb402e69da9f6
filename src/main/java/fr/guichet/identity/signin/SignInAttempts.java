package fr.guichet.identity.signin;

import fr.guichet.shared.AccountId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts attempts so that never a sixth in a row is looked at, on however many instances they arrive at once. An attempt takes the
 * account's next number by one atomic UPDATE <em>before</em> anything in it is looked at; without a number it is refused unseen. The
 * numbers put all attempts in one order, and a success forgives those up to its own number: failures that took later numbers still
 * count, whichever ends first.
 */
@Component
class SignInAttempts {

    /** Article 4(3)(b) of Delegated Regulation (EU) 2018/389; the table has a check of its own. */
    static final int LIMIT = 5;

    private static final int DECOYS = 256;

    private static final String RESERVE = """
            with reserved as (
                update identity.accounts
                   set attempts = attempts + 1,
                       attempts_forgiven = case when locked_until <= :now then attempts else attempts_forgiven end,
                       locked_until = case
                           when locked_until is null and attempts - attempts_forgiven = :limit - 1 then :until::timestamptz
                       end
                 where %s and status = 'ACTIVE'
                   and (locked_until is null or locked_until <= :now)
                returning id, attempts, session_version, password_hash
            ), decoy as (
                update identity.decoys
                   set attempts = attempts + 1
                 where id = :decoy and not exists (select from reserved)
            )
            select id, attempts, session_version, password_hash from reserved
            """;

    private static final String BY_EMAIL = RESERVE.formatted("email_key = :key and password_hash is not null");
    private static final String BY_ID = RESERVE.formatted("id = :key");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignInProperties properties;

    SignInAttempts(JdbcClient jdbc, Clock clock, SignInProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * An attempt that may be looked at.
     *
     * @param sessionVersion that of the account when the attempt began
     * @param passwordHash null for an account without a password
     */
    record Reserved(
            AccountId account,
            long number,
            long sessionVersion,
            @Nullable String passwordHash) {

        @Override
        public String toString() {
            return "Reserved[" + account + ", " + number + "]";
        }
    }

    /**
     * Takes the next number of the account with this address; empty when there is no such account, it has no password, is suspended
     * or locked. Costs one statement and one written row in every case.
     */
    Optional<Reserved> reserve(String emailKey) {
        return reserve(BY_EMAIL, emailKey, emailKey.hashCode());
    }

    /** The same for an account that is known by now; null stands for one that does not exist. */
    Optional<Reserved> reserve(@Nullable AccountId account) {
        var key = account == null ? new UUID(0, 0) : account.value();
        return reserve(BY_ID, key, key.hashCode());
    }

    private Optional<Reserved> reserve(String statement, Object key, int spread) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql(statement)
                .param("key", key)
                .param("now", now)
                .param("until", now.plus(properties.lockFor()))
                .param("limit", LIMIT)
                .param("decoy", Math.floorMod(spread, DECOYS))
                .query((row, number) -> new Reserved(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getLong("attempts"),
                        row.getLong("session_version"),
                        row.getString("password_hash")))
                .optional();
    }

    /**
     * All that was asked for was right: forgives this attempt and those before it.
     *
     * @return false when the account was suspended, or its password or rights changed in the meantime, and nobody may come in
     */
    boolean forgive(AccountId account, long number, long sessionVersion) {
        return jdbc.sql("""
                        update identity.accounts
                           set attempts_forgiven = greatest(attempts_forgiven, :number),
                               locked_until = case when attempts_forgiven >= :number then locked_until end
                         where id = :id and status = 'ACTIVE' and session_version = :version
                        """)
                        .param("number", number)
                        .param("id", account.value())
                        .param("version", sessionVersion)
                        .update()
                == 1;
    }

    /** Keeps a stronger hash of the password that was just proven, unless it has been changed since. */
    void rehash(Reserved attempt, String hash) {
        jdbc.sql("update identity.accounts set password_hash = :hash where id = :id and password_hash = :old")
                .param("hash", hash)
                .param("id", attempt.account().value())
                .param("old", attempt.passwordHash())
                .update();
    }
}
