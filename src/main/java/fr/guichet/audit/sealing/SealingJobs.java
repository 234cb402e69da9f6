package fr.guichet.audit.sealing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.guichet.audit.AuditProperties;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has some instance seal every few seconds and remove once a day. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class SealingJobs {

    /** A transaction that has written an entry is usually over within milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Bean
    RecurringTask<Void> auditSealTask(ObjectProvider<Sealer> sealer, AuditProperties properties) {
        return Tasks.recurring("audit-seal", FixedDelay.of(properties.sealEvery()))
                .execute((instance, context) -> {
                    try {
                        sealer.getObject().seal(PATIENCE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Bean
    RecurringTask<Void> auditRetentionTask(ObjectProvider<Retention> retention) {
        return Tasks.recurring("audit-retention", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> retention.getObject().run());
    }
}
