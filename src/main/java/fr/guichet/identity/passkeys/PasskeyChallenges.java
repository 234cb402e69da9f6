package fr.guichet.identity.passkeys;

import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.shared.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/** Questions put to passkeys. Each can be answered once, on any instance. */
@Component
class PasskeyChallenges {

    /** As long as browsers keep their own dialog open. */
    static final Duration LASTS = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyChallenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A question.
     *
     * @param account whose new passkey it is for; null when it is for one that exists
     */
    record Challenge(@Nullable AccountId account, Bytes value) {}

    OneTimeToken keep(Challenge challenge) {
        var token = OneTimeToken.next();
        jdbc.sql("""
                insert into identity.passkey_challenges (token_hash, account_id, challenge, expires_at)
                values (:token, :account, :challenge, :expires)
                """)
                .param("token", token.hash())
                .param(
                        "account",
                        challenge.account() == null ? null : challenge.account().value())
                .param("challenge", challenge.value().getBytes())
                .param("expires", clock.instant().plus(LASTS).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** Takes the question away; of two answers that arrive together one finds it. */
    Optional<Challenge> take(OneTimeToken token) {
        return jdbc.sql("""
                        delete from identity.passkey_challenges
                         where token_hash = ? and expires_at > ?
                        returning account_id, challenge
                        """)
                .param(token.hash())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    var account = row.getObject("account_id", UUID.class);
                    return new Challenge(
                            account == null ? null : new AccountId(account), new Bytes(row.getBytes("challenge")));
                })
                .optional();
    }
}
