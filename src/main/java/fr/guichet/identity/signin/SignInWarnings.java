package fr.guichet.identity.signin;

import fr.guichet.identity.SecurityMessage.Suspicion;
import fr.guichet.identity.SecurityMessage.SuspiciousSignIn;
import fr.guichet.identity.factors.Messenger;
import fr.guichet.identity.factors.Recipients;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the owner of an account that somebody tried to come in: after five failures, or with the right password and no code (OWASP ASVS
 * 5.0, 6.3.5). It is done apart from the sign-ins, whose answers must take as long whatever is found.
 */
@Component
public class SignInWarnings {

    /** For one reason, an account's owner is told once in this time: nobody is to flood a mailbox by trying. */
    private static final Duration BETWEEN = Duration.ofDays(1);

    /** The fifth attempt locks before it is judged. So long, it may still turn out to be right. */
    private static final Duration IN_DOUBT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Messenger messenger;
    private final Transactions transactions;
    private final SignInProperties properties;
    private final Clock clock;

    SignInWarnings(
            JdbcClient jdbc,
            Recipients recipients,
            Messenger messenger,
            Transactions transactions,
            SignInProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.messenger = messenger;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    private record Finding(AccountId account, Instant at) {}

    /** Looks for what nobody was told of yet. */
    public void tell() {
        transactions.call(() -> {
            tellOfLocks();
            tellOfPasswordsWithoutCode();
            return true;
        });
    }

    private void tellOfLocks() {
        var now = clock.instant();
        jdbc.sql("""
                        select id as account_id, locked_until as at from identity.accounts account
                         where locked_until > :now and locked_until <= :certain
                           and not exists (
                               select from identity.sign_in_warnings told
                                where told.account_id = account.id and told.reason = 'LOCKED' and told.told_at > :before)
                        """)
                .param("now", at(now))
                .param("certain", at(now.plus(properties.lockFor()).minus(IN_DOUBT)))
                .param("before", at(now.minus(BETWEEN)))
                .query(SignInWarnings::finding)
                .list()
                .forEach(locked -> tell(locked, Suspicion.LOCKED));
    }

    /** Sign-ins that were given up or left to run out, unless the same person is still at it. */
    private void tellOfPasswordsWithoutCode() {
        var now = clock.instant();
        jdbc.sql("""
                        delete from identity.pending_sign_ins done
                         where proven and first_factor = 'PASSWORD' and begun_at <= :before and expires_at <= :now
                           and not exists (
                               select from identity.pending_sign_ins live
                                where live.account_id = done.account_id and live.request = done.request
                                  and live.expires_at > :now)
                        returning account_id, begun_at as at
                        """)
                .param("before", at(now.minus(PendingSignIns.LASTS)))
                .param("now", at(now))
                .query(SignInWarnings::finding)
                .list()
                .forEach(tried -> tell(tried, Suspicion.PASSWORD_WITHOUT_CODE));
    }

    private void tell(Finding finding, Suspicion suspicion) {
        if (isNews(finding.account(), suspicion)) {
            recipients
                    .ofNotices(finding.account())
                    .ifPresent(to -> messenger.send(new SuspiciousSignIn(to, suspicion, finding.at())));
        }
    }

    private boolean isNews(AccountId account, Suspicion suspicion) {
        var now = clock.instant();
        return jdbc.sql("""
                        insert into identity.sign_in_warnings as known (account_id, reason, told_at)
                        values (:account, :reason, :now)
                        on conflict (account_id, reason) do update set told_at = excluded.told_at
                         where known.told_at <= :before
                        """)
                        .param("account", account.value())
                        .param("reason", suspicion.name())
                        .param("now", at(now))
                        .param("before", at(now.minus(BETWEEN)))
                        .update()
                == 1;
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
