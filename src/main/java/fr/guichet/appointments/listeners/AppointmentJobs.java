package fr.guichet.appointments.listeners;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.guichet.appointments.application.LapseHolds;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs of this module; one instance at a time runs each. */
@Configuration(proxyBeanMethods = false)
class AppointmentJobs {

    private static final Duration LAPSE_EVERY = Duration.ofSeconds(15);

    @Bean
    RecurringTask<Void> lapseHoldsTask(LapseHolds holds) {
        return Tasks.recurring("appointments-lapse-holds", FixedDelay.of(LAPSE_EVERY))
                .execute((instance, context) -> holds.run());
    }
}
