package fr.guichet.identity.signon;

import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.SignInProperties;
import fr.guichet.identity.signon.SignOnLinks.Subject;
import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.TimeOrderedIds;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions at the bank's sign-on that sessions of ours come from, one row each from the moment somebody comes back from there. While
 * none of ours has begun, the browser holds a token for it; a row that the provider has ended meanwhile lets none begin.
 */
@Component
class SignOnSessions {

    /** As long as any sign-in between its steps. */
    private static final Duration PENDING = Duration.ofMinutes(10);

    private static final String COLUMNS = "id, issuer, subject, account_id, id_token";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final SignInProperties properties;
    private final Clock clock;

    SignOnSessions(JdbcClient jdbc, Keys keys, SignInProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A session at the provider.
     *
     * @param account whose sign-in it is part of; null while nobody is linked to the subject
     * @param idToken what the provider said
     */
    record SignOnSession(UUID id, Subject subject, @Nullable AccountId account, String idToken) {

        @Override
        public String toString() {
            return "SignOnSession[" + id + "]";
        }
    }

    /** Keeps one that a session of ours comes from at once. */
    UUID begin(Subject subject, @Nullable String sid, AccountId account, String idToken) {
        return insert(subject, sid, account, null, idToken, properties.maximumAge());
    }

    /** Keeps one that something has yet to follow, by the browser that holds the token. */
    OneTimeToken await(Subject subject, @Nullable String sid, @Nullable AccountId account, String idToken) {
        var token = OneTimeToken.next();
        insert(subject, sid, account, token, idToken, PENDING);
        return token;
    }

    private UUID insert(
            Subject subject,
            @Nullable String sid,
            @Nullable AccountId account,
            @Nullable OneTimeToken token,
            String idToken,
            Duration lasts) {
        var id = TimeOrderedIds.next();
        var now = clock.instant();
        jdbc.sql("""
                insert into identity.sign_on_sessions
                    (id, issuer, subject, sid, account_id, token_hash, id_token, begun_at, expires_at)
                values (:id, :issuer, :subject, :sid, :account, :token, :idToken, :now, :expires)
                """)
                .param("id", id)
                .param("issuer", subject.issuer())
                .param("subject", subject.subject())
                .param("sid", sid)
                .param("account", account == null ? null : account.value())
                .param("token", token == null ? null : token.hash())
                .param("idToken", encrypted(id, idToken))
                .param("now", at(now))
                .param("expires", at(now.plus(lasts)))
                .update();
        return id;
    }

    /** The one that something has yet to follow. */
    Optional<SignOnSession> awaited(OneTimeToken token) {
        return jdbc.sql("select " + COLUMNS + " from identity.sign_on_sessions where token_hash = ? and expires_at > ?")
                .param(token.hash())
                .param(at(clock.instant()))
                .query(this::read)
                .optional();
    }

    /** A session of ours has begun, for this account; false when the provider has ended its own meanwhile. */
    boolean follow(UUID id, AccountId account) {
        return jdbc.sql("""
                        update identity.sign_on_sessions
                           set token_hash = null, account_id = :account, expires_at = :expires
                         where id = :id and token_hash is not null
                        """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("expires", at(clock.instant().plus(properties.maximumAge())))
                        .update()
                == 1;
    }

    Optional<SignOnSession> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from identity.sign_on_sessions where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    void remove(UUID id) {
        jdbc.sql("delete from identity.sign_on_sessions where id = ?").param(id).update();
    }

    void remove(OneTimeToken token) {
        jdbc.sql("delete from identity.sign_on_sessions where token_hash = ?")
                .param(token.hash())
                .update();
    }

    /**
     * Removes what the provider says it ended: one session, or all of a subject.
     *
     * @param subject null when only the session is named
     * @param sid null when all of the subject's are meant
     */
    List<EndedSignOn> end(String issuer, @Nullable String subject, @Nullable String sid) {
        return jdbc.sql("""
                        delete from identity.sign_on_sessions
                         where issuer = :issuer
                           and (:subject::text is null or subject = :subject)
                           and (:sid::text is null or sid = :sid or (sid is null and :subject::text is not null))
                        returning id, account_id
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("sid", sid)
                .query((row, number) -> new EndedSignOn(row.getObject("id", UUID.class), account(row)))
                .list();
    }

    /** Removes those of an account that is linked no more. */
    List<EndedSignOn> forget(AccountId account) {
        return jdbc.sql("delete from identity.sign_on_sessions where account_id = ? returning id, account_id")
                .param(account.value())
                .query((row, number) -> new EndedSignOn(row.getObject("id", UUID.class), account(row)))
                .list();
    }

    private SignOnSession read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new SignOnSession(
                id,
                new Subject(row.getString("issuer"), row.getString("subject")),
                account(row),
                decrypted(id, row.getBytes("id_token")));
    }

    private static @Nullable AccountId account(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        return account == null ? null : new AccountId(account);
    }

    private byte[] encrypted(UUID id, String idToken) {
        try {
            return keys.secrets().encrypt(idToken.getBytes(StandardCharsets.UTF_8), owner(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A token could not be encrypted", e);
        }
    }

    private String decrypted(UUID id, byte[] encrypted) {
        try {
            return new String(keys.secrets().decrypt(encrypted, owner(id)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A token of the sign-on cannot be read with the keys at hand", e);
        }
    }

    /** Bound to what is encrypted: a token copied into another row is refused. */
    private static byte[] owner(UUID id) {
        return ("sign-on session " + id).getBytes(StandardCharsets.UTF_8);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
