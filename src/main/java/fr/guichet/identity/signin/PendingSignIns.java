package fr.guichet.identity.signin;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.signin.SignInAttempts.Reserved;
import fr.guichet.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-ins between their two steps. Each is a row, right or wrong, so that any instance can go on with it and nobody can tell. */
@Component
class PendingSignIns {

    /** Long enough to look for a phone; as long as a code by message lives. */
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final String COLUMNS =
            "request, account_id, first_factor, proven, attempt, attempt_spent, session_version, begun_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    PendingSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A sign-in whose code is awaited.
     *
     * @param request what codes sent for it are bound to
     * @param account null when there is no such account, or it could not be tried
     * @param proven whether the first factor held
     * @param attempt the number under which the first code is judged; null when none was to be had
     * @param spent whether a code was judged under it already
     * @param sessionVersion that of the account when the sign-in began
     */
    record Pending(
            UUID request,
            @Nullable AccountId account,
            FirstFactor firstFactor,
            boolean proven,
            @Nullable Long attempt,
            boolean spent,
            long sessionVersion,
            Instant begunAt) {

        boolean isOf(@Nullable AccountId other) {
            return account != null && account.equals(other);
        }
    }

    void begin(OneTimeToken token, UUID request, FirstFactor factor, @Nullable Reserved attempt, boolean proven) {
        var now = clock.instant();
        jdbc.sql("""
                insert into identity.pending_sign_ins
                    (token_hash, request, account_id, first_factor, proven, attempt, session_version, begun_at, expires_at)
                values (:token, :request, :account, :factor, :proven, :attempt, :version, :now, :expires)
                """)
                .param("token", token.hash())
                .param("request", request)
                .param("account", attempt == null ? null : attempt.account().value())
                .param("factor", factor.name())
                .param("proven", proven)
                .param("attempt", attempt == null ? null : attempt.number())
                .param("version", attempt == null ? 0 : attempt.sessionVersion())
                .param("now", at(now))
                .param("expires", at(now.plus(LASTS)))
                .update();
    }

    /** The same after a first factor that is proven elsewhere and takes no number here: each code takes one of its own. */
    void begin(OneTimeToken token, UUID request, FirstFactor factor, AccountView account) {
        var now = clock.instant();
        jdbc.sql("""
                insert into identity.pending_sign_ins
                    (token_hash, request, account_id, first_factor, proven, attempt_spent, session_version, begun_at, expires_at)
                values (:token, :request, :account, :factor, true, true, :version, :now, :expires)
                """)
                .param("token", token.hash())
                .param("request", request)
                .param("account", account.id().value())
                .param("factor", factor.name())
                .param("version", account.sessionVersion())
                .param("now", at(now))
                .param("expires", at(now.plus(LASTS)))
                .update();
    }

    boolean exists(OneTimeToken token) {
        return jdbc.sql("select exists (select from identity.pending_sign_ins where token_hash = ? and expires_at > ?)")
                .param(token.hash())
                .param(at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Finds the sign-in and keeps others from it until the transaction ends: codes for it are judged one after the other. */
    Optional<Pending> lock(OneTimeToken token) {
        return jdbc.sql("""
                        select %s from identity.pending_sign_ins
                         where token_hash = ? and expires_at > ?
                           for update
                        """.formatted(COLUMNS))
                .param(token.hash())
                .param(at(clock.instant()))
                .query(PendingSignIns::pending)
                .optional();
    }

    /** Ends one that is begun again, even after it was given up; it is what it was. */
    Optional<Pending> replace(OneTimeToken token) {
        var now = clock.instant();
        return jdbc.sql("""
                        update identity.pending_sign_ins set expires_at = least(expires_at, :now)
                         where token_hash = :token and begun_at > :before
                        returning %s
                        """.formatted(COLUMNS))
                .param("token", token.hash())
                .param("now", at(now))
                .param("before", at(now.minus(LASTS)))
                .query(PendingSignIns::pending)
                .optional();
    }

    private static Pending pending(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        return new Pending(
                row.getObject("request", UUID.class),
                account == null ? null : new AccountId(account),
                FirstFactor.valueOf(row.getString("first_factor")),
                row.getBoolean("proven"),
                row.getObject("attempt", Long.class),
                row.getBoolean("attempt_spent"),
                row.getLong("session_version"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }

    void spend(OneTimeToken token) {
        jdbc.sql("update identity.pending_sign_ins set attempt_spent = true where token_hash = ?")
                .param(token.hash())
                .update();
    }

    /** The person gives up. The row stays a while, for {@link SignInWarnings}. */
    void abandon(OneTimeToken token) {
        jdbc.sql(
                        "update identity.pending_sign_ins set expires_at = :now where token_hash = :token and expires_at > :now")
                .param("token", token.hash())
                .param("now", at(clock.instant()))
                .update();
    }

    /** The person is in: what she had begun before in the same browser is of no interest either. */
    void succeed(Pending signIn) {
        jdbc.sql("delete from identity.pending_sign_ins where account_id = ? and request = ?")
                .param(Objects.requireNonNull(signIn.account()).value())
                .param(signIn.request())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
