package fr.guichet.identity.factors;

import fr.guichet.identity.SecurityMessage.OneTimeCode;
import fr.guichet.identity.SecurityMessage.Recipient;
import fr.guichet.identity.factors.CodeRequest.Purpose;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes sent by e-mail or text message. The last one sent counts, for ten minutes, once. */
@Component
public class MessageCodes {

    private static final Duration LASTS = Duration.ofMinutes(10);

    /** Whoever asks again sooner, for the same, gets no other: the first is still on its way. */
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    /** As many unused ones in a row; then it takes {@link #PAUSE} until another is sent. */
    private static final int MOST = 5;

    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final CodeMacs macs;
    private final Recipients recipients;
    private final Messenger messenger;
    private final Transactions transactions;
    private final Clock clock;

    MessageCodes(
            JdbcClient jdbc,
            CodeMacs macs,
            Recipients recipients,
            Messenger messenger,
            Transactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.macs = macs;
        this.recipients = recipients;
        this.messenger = messenger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends a code where the account wants its codes, unless one was sent a moment ago or too many were not used. */
    public void send(AccountId account, CodeRequest request) {
        transactions.call(() -> {
            recipients.ofCodes(account).ifPresent(to -> send(to, request));
            return true;
        });
    }

    /** Sends a code there, with the same patience. */
    void send(Recipient to, CodeRequest request) {
        var code = CodeText.digits();
        if (keep(to.account(), request, macs.of(request.text(), to.account(), code), clock.instant())) {
            messenger.send(new OneTimeCode(to, code, LASTS));
        }
    }

    /** Uses the code up, if it was sent for this, is the last one of its purpose and not too old. */
    boolean take(AccountId account, CodeRequest request, String code) {
        return current(account, request.purpose())
                .filter(mac -> macs.matches(mac, request.text(), account, code))
                .filter(mac -> useUp(account, request.purpose(), mac))
                .isPresent();
    }

    private boolean keep(AccountId account, CodeRequest request, byte[] mac, Instant now) {
        return jdbc.sql("""
                        insert into identity.message_codes as known (account_id, purpose, request, mac, sent_at, expires_at)
                        values (:account, :purpose, :request, :mac, :now, :expires)
                        on conflict (account_id, purpose) do update
                           set request = excluded.request, mac = excluded.mac, sent_at = excluded.sent_at,
                               expires_at = excluded.expires_at,
                               sent = case when known.sent_at <= :longAgo then 1 else known.sent + 1 end
                         where (known.request is distinct from excluded.request or known.sent_at <= :notJustNow)
                           and (known.sent < :most or known.sent_at <= :longAgo)
                        """)
                        .param("account", account.value())
                        .param("purpose", request.purpose().name())
                        .param("request", macs.of("request", account, request.text()))
                        .param("mac", mac)
                        .param("now", at(now))
                        .param("expires", at(now.plus(LASTS)))
                        .param("notJustNow", at(now.minus(BETWEEN)))
                        .param("longAgo", at(now.minus(PAUSE)))
                        .param("most", MOST)
                        .update()
                == 1;
    }

    private Optional<byte[]> current(AccountId account, Purpose purpose) {
        return jdbc.sql("""
                        select mac from identity.message_codes
                         where account_id = ? and purpose = ? and expires_at > ?
                        """)
                .param(account.value())
                .param(purpose.name())
                .param(at(clock.instant()))
                .query(MessageCodes::mac)
                .optional();
    }

    private boolean useUp(AccountId account, Purpose purpose, byte[] mac) {
        return jdbc.sql("delete from identity.message_codes where account_id = ? and purpose = ? and mac = ?")
                        .param(account.value())
                        .param(purpose.name())
                        .param(mac)
                        .update()
                == 1;
    }

    private static byte[] mac(ResultSet row, int number) throws SQLException {
        return row.getBytes("mac");
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
