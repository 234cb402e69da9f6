package fr.guichet.platform.limits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has some instance sweep every ten minutes. */
@Configuration(proxyBeanMethods = false)
class LimitJobs {

    @Bean
    RecurringTask<Void> rateLimitSweepTask(ObjectProvider<RateLimits> limits) {
        return Tasks.recurring("rate-limit-sweep", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> limits.getObject().sweep());
    }
}
