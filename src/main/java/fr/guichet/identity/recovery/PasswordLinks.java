package fr.guichet.identity.recovery;

import fr.guichet.identity.SecurityMessage.Occasion;
import fr.guichet.identity.SecurityMessage.PasswordLink;
import fr.guichet.identity.factors.Messenger;
import fr.guichet.identity.factors.Recipients;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.platform.web.PublicAddress;
import fr.guichet.shared.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links by which a person chooses a password. The last one sent counts, once. */
@Component
class PasswordLinks {

    /** Behind {@code #}, which browsers send to nobody: neither our logs nor another site learn the token. */
    private static final String PAGE = "/acces#";

    /** Whoever asks again sooner gets no other: the first is still on its way. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final PublicAddress address;
    private final Recipients recipients;
    private final Messenger messenger;
    private final Clock clock;

    PasswordLinks(JdbcClient jdbc, PublicAddress address, Recipients recipients, Messenger messenger, Clock clock) {
        this.jdbc = jdbc;
        this.address = address;
        this.recipients = recipients;
        this.messenger = messenger;
        this.clock = clock;
    }

    /**
     * A link that was sent and can be used.
     *
     * @param codeMac of the code that was handed over; null when another factor is asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Link(AccountId account, byte @Nullable [] codeMac) {

        @Override
        public String toString() {
            return "Link[" + account + "]";
        }
    }

    static Duration lasts(Occasion occasion) {
        return switch (occasion) {
            case INVITED -> Duration.ofDays(7);
            case FORGOTTEN -> Duration.ofHours(2);
        };
    }

    /**
     * Sends a link, in the caller's transaction, unless one was sent a moment ago.
     *
     * @param codeMac of the code that is handed over; null when another factor is asked for
     * @return whether it was sent
     */
    boolean send(AccountId account, Occasion occasion, byte @Nullable [] codeMac) {
        var token = OneTimeToken.next();
        var kept = keep(token, account, occasion, codeMac);
        if (kept) {
            recipients
                    .ofNotices(account)
                    .ifPresent(to -> messenger.send(
                            new PasswordLink(to, address.page(PAGE + token.text()), lasts(occasion), occasion)));
        }
        return kept;
    }

    /** Finds the link and keeps others from it until the transaction ends. */
    Optional<Link> lock(OneTimeToken token) {
        return jdbc.sql("""
                        select account_id, code_mac from identity.password_links
                         where token_hash = ? and expires_at > ?
                           for update
                        """)
                .param(token.hash())
                .param(at(clock.instant()))
                .query((row, number) ->
                        new Link(new AccountId(row.getObject("account_id", UUID.class)), row.getBytes("code_mac")))
                .optional();
    }

    /** Once a password was chosen no link of this account is of use. */
    void forget(AccountId account) {
        jdbc.sql("delete from identity.password_links where account_id = ?")
                .param(account.value())
                .update();
    }

    private boolean keep(OneTimeToken token, AccountId account, Occasion occasion, byte @Nullable [] codeMac) {
        var now = clock.instant();
        return jdbc.sql("""
                        insert into identity.password_links as known
                            (token_hash, account_id, occasion, code_mac, issued_at, expires_at)
                        values (:token, :account, :occasion, :code, :now, :expires)
                        on conflict (account_id, occasion) do update
                           set token_hash = excluded.token_hash, code_mac = excluded.code_mac,
                               issued_at = excluded.issued_at, expires_at = excluded.expires_at
                         where known.issued_at <= :notJustNow or known.occasion = 'INVITED'
                        """)
                        .param("token", token.hash())
                        .param("account", account.value())
                        .param("occasion", occasion.name())
                        .param("code", codeMac)
                        .param("now", at(now))
                        .param("expires", at(now.plus(lasts(occasion))))
                        .param("notJustNow", at(now.minus(BETWEEN)))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
