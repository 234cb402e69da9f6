package fr.guichet.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Throws away what has run out. It was worth nothing before already. */
@Configuration(proxyBeanMethods = false)
class IdentityJobs {

    private static final List<String> RUN_OUT =
            List.of("pending_sign_ins", "passkey_challenges", "message_codes", "password_links", "sign_on_sessions");

    /** Counts of unused codes matter a little longer than the codes. */
    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> identityExpiryTask(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("identity-expiry", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> {
                    var before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
                    for (var table : RUN_OUT) {
                        jdbc.sql("delete from identity." + table + " where expires_at < ?")
                                .param(before)
                                .update();
                    }
                });
    }
}
