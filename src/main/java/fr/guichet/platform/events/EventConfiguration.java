package fr.guichet.platform.events;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands deliveries to db-scheduler: it chooses the instance, watches over it, and comes back after a failure. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class EventConfiguration {

    @Bean
    Task<byte[]> eventDeliveryTask(ObjectProvider<EventDelivery> delivery) {
        return Tasks.custom(Delivery.TASK, byte[].class)
                .onFailure((complete, operations) -> delivery.getObject().failed(complete, operations))
                .onDeadExecution((complete, operations) -> delivery.getObject().failed(complete, operations))
                .execute((row, context) -> delivery.getObject().attempt(row.getData(), context.getExecution()));
    }
}
