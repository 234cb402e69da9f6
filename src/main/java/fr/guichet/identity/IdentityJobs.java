package fr.guichet.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.guichet.identity.signin.SignInWarnings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells of what went wrong, and throws away what has run out: it was worth nothing before already. */
@Configuration(proxyBeanMethods = false)
class IdentityJobs {

    private static final List<String> SWEEPS = List.of(
            "delete from identity.pending_sign_ins where expires_at < ?",
            "delete from identity.passkey_challenges where expires_at < ?",
            "delete from identity.message_codes where expires_at < ?",
            "delete from identity.password_links where expires_at < ?",
            "delete from identity.staff_proposals where expires_at < ?",
            "delete from identity.sign_on_sessions where expires_at < ?",
            "delete from identity.sign_in_warnings where told_at < ? - interval '1 day'");

    /** Counts of unused codes matter a little longer than the codes. */
    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> signInWarningsTask(SignInWarnings warnings) {
        return Tasks.recurring("sign-in-warnings", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((task, context) -> warnings.tell());
    }

    @Bean
    RecurringTask<Void> identityExpiryTask(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("identity-expiry", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> {
                    var before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
                    for (var sweep : SWEEPS) {
                        jdbc.sql(sweep).param(before).update();
                    }
                });
    }
}
