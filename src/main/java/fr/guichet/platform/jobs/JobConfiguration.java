package fr.guichet.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What db-scheduler needs to know beyond its properties. It runs by the real clock: a job's turn must come whatever day {@code
 * guichet.clock} plays; what the job then finds due is a matter of Guichet's clock.
 */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    DbSchedulerCustomizer dbSchedulerCustomizer() {
        return new DbSchedulerCustomizer() {

            // Several instances may share a host, so its name would not tell who holds an execution.
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(ProcessHandle.current()
                                .pid() + "-" + UUID.randomUUID().toString().substring(0, 8)));
            }

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new JobData());
            }
        };
    }
}
