package fr.guichet.platform.events;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import fr.guichet.platform.web.RequestIds;
import fr.guichet.shared.TimeOrderedIds;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears every event that a module publishes and writes one delivery for each of its listeners, in the publisher's transaction: what
 * happened and the promise to tell of it become true together. An event without listeners costs nothing.
 */
@Component
class EventOutbox implements GenericApplicationListener {

    private final DurableListeners listeners;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final EventJson json;
    /** The real clock: deliveries are due at once, whatever day {@code guichet.clock} plays. */
    private final InstantSource now = InstantSource.system();

    EventOutbox(DurableListeners listeners, ObjectProvider<SchedulerClient> scheduler, EventJson json) {
        this.listeners = listeners;
        this.scheduler = scheduler;
        this.json = json;
    }

    @Override
    public boolean supportsEventType(ResolvableType eventType) {
        if (!eventType.isAssignableFrom(PayloadApplicationEvent.class)
                && !PayloadApplicationEvent.class.isAssignableFrom(eventType.toClass())) {
            return false;
        }
        var payload = eventType.as(PayloadApplicationEvent.class).getGeneric().resolve();
        return payload == null || EventTypes.isEvent(payload);
    }

    @Override
    public void onApplicationEvent(ApplicationEvent published) {
        if (published instanceof PayloadApplicationEvent<?> carrier
                && EventTypes.isEvent(carrier.getPayload().getClass())) {
            keep(carrier.getPayload());
        }
    }

    private void keep(Object event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    event.getClass().getName()
                            + " was published outside a transaction: it could be lost, or tell of something that never happened");
        }
        var recipients = listeners.of(event.getClass());
        if (recipients.isEmpty()) {
            return;
        }
        var id = TimeOrderedIds.next();
        var type = EventTypes.nameOf(event.getClass());
        var payload = json.write(event);
        var at = now.instant();
        var request = MDC.get(RequestIds.MDC_KEY);
        List<TaskInstance<?>> rows = new ArrayList<>(recipients.size());
        for (var listener : recipients) {
            var delivery = new Delivery(id, type, listener.id(), payload, at, request, null, false);
            rows.add(delivery.row(json));
        }
        scheduler.getObject().scheduleBatch(rows, at);
    }
}
