package fr.guichet.identity.sessions;

import fr.guichet.identity.SecurityMessage.NewDevice;
import fr.guichet.identity.factors.Messenger;
import fr.guichet.identity.factors.Recipients;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the owner of an account when it is used from a browser that it was not used from before. */
@Component
public class KnownDevices {

    /** A browser that was not seen for so long counts as new. */
    public static final Duration REMEMBERED = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Messenger messenger;
    private final Transactions transactions;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Recipients recipients, Messenger messenger, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.messenger = messenger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Notes that the account is used from this browser. The very first one surprises nobody.
     *
     * @param token that the browser keeps
     * @param device in words; null when it does not say
     */
    public void seen(AccountId account, OneTimeToken token, @Nullable String device) {
        transactions.call(() -> {
            var first = forgetLongUnseen(account);
            if (isNew(account, token) && !first) {
                recipients
                        .ofNotices(account)
                        .ifPresent(to -> messenger.send(new NewDevice(to, device, clock.instant())));
            }
            return true;
        });
    }

    /** Whether this account was used from no browser before. */
    private boolean forgetLongUnseen(AccountId account) {
        jdbc.sql("delete from identity.known_devices where account_id = ? and last_seen < ?")
                .param(account.value())
                .param(clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select not exists (select from identity.known_devices where account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    private boolean isNew(AccountId account, OneTimeToken token) {
        return jdbc.sql("""
                        insert into identity.known_devices as known (account_id, token_hash, first_seen, last_seen)
                        values (:account, :token, :now, :now)
                        on conflict (account_id, token_hash) do update set last_seen = excluded.last_seen
                        returning known.first_seen = known.last_seen
                        """)
                .param("account", account.value())
                .param("token", token.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
