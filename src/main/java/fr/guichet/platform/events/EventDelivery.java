package fr.guichet.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.jobs.LoggedFailure;
import fr.guichet.platform.web.RequestIds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Carries one event to one listener. The listener's work and the removal of its delivery are one transaction: they are committed
 * together or not at all, so what a listener does to the database happens exactly once, whoever dies in between. What it does
 * elsewhere (mail, calls) may be repeated.
 */
@Component
class EventDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);

    private final DurableListeners listeners;
    private final EventJson json;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final DeadLetters deadLetters;
    private final DeliveryProperties properties;
    private final EventMetrics metrics;
    private final BeanFactory beans;
    private final InstantSource now = InstantSource.system();

    EventDelivery(
            DurableListeners listeners,
            EventJson json,
            Transactions transactions,
            Deliveries deliveries,
            DeadLetters deadLetters,
            DeliveryProperties properties,
            EventMetrics metrics,
            BeanFactory beans) {
        this.listeners = listeners;
        this.json = json;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.deadLetters = deadLetters;
        this.properties = properties;
        this.metrics = metrics;
        this.beans = beans;
    }

    /** One attempt. Ends without an exception when the listener did its work or another instance took the delivery over. */
    CompletionHandler<byte[]> attempt(byte[] row, Execution execution) {
        Delivery delivery;
        try {
            delivery = json.read(new String(row, UTF_8), Delivery.class);
        } catch (JacksonException e) {
            throw new DeliveryFailed(new IllegalStateException("The delivery cannot be read", e));
        }
        try (var _ = MDC.putCloseable(RequestIds.MDC_KEY, delivery.request())) {
            handle(delivery, execution);
            metrics.delivered(delivery, now.instant());
        } catch (TakenOver e) {
            LOG.warn("Delivery {} was taken over by another instance; what was done here is undone", execution.getId());
        } catch (Throwable failure) {
            throw new DeliveryFailed(failure);
        }
        return (_, _) -> {}; // the row is gone already
    }

    private void handle(Delivery delivery, Execution execution) throws Throwable {
        var listener = listeners
                .find(delivery.listener())
                .orElseThrow(() -> new IllegalStateException("No listener is called " + delivery.listener()));
        var type = listener.types().get(delivery.type());
        if (type == null) {
            throw new IllegalStateException(listener.id() + " takes no event called " + delivery.type());
        }
        var event = json.read(delivery.payload(), type);
        transactions.call(() -> {
            call(listener, event);
            if (!deliveries.remove(execution)) {
                throw new TakenOver();
            }
            if (delivery.replayed()) {
                deadLetters.settled(delivery);
            }
            return true;
        });
    }

    private void call(DurableListener listener, Object event) {
        try {
            listener.handle(beans, event);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(listener.id() + " failed", e);
        }
    }

    /** After a failed attempt: later again, or among the dead letters. */
    void failed(ExecutionComplete complete, ExecutionOperations<byte[]> operations) {
        var execution = complete.getExecution();
        var attempts = execution.consecutiveFailures + 1;
        var at = now.instant();
        var delivery = read(execution, at).failedAt(at);
        var failure = complete.getCause()
                .map(cause -> cause instanceof DeliveryFailed failed ? failed.failure : cause)
                .orElseGet(() -> new IllegalStateException("The instance stopped during the attempt"));
        metrics.failed(delivery);
        if (attempts < properties.attempts()) {
            var delay =
                    properties.delayAfter(attempts, ThreadLocalRandom.current().nextDouble());
            LOG.warn(
                    "{} could not handle {} (event {}), attempt {} of {}, again in {}: {}",
                    delivery.listener(),
                    delivery.type(),
                    delivery.event(),
                    attempts,
                    properties.attempts(),
                    delay,
                    DeadLetters.describe(failure));
            operations.reschedule(complete, at.plus(delay), json.write(delivery).getBytes(UTF_8));
        } else {
            bury(delivery, execution, attempts, failure, at);
        }
    }

    private void bury(Delivery delivery, Execution execution, int attempts, Throwable failure, Instant at) {
        transactions.call(() -> {
            if (deliveries.remove(execution)) {
                deadLetters.add(delivery, attempts, failure, at);
            }
            return true;
        });
        LOG.error(
                "{} could not handle {} (event {}) after {} attempts; it waits among the dead letters",
                delivery.listener(),
                delivery.type(),
                delivery.event(),
                attempts,
                DeadLetters.scrubbed(failure));
    }

    private Delivery read(Execution execution, Instant at) {
        var row = (byte[]) execution.taskInstance.getData();
        var text = row == null ? "" : new String(row, UTF_8);
        try {
            return json.read(text, Delivery.class);
        } catch (JacksonException e) {
            return new Delivery(
                    Delivery.eventOf(execution.getId()),
                    "unreadable",
                    Delivery.listenerOf(execution.getId()),
                    text,
                    at,
                    null,
                    null,
                    false);
        }
    }

    /** What db-scheduler gets to see and log: no stack, and no message that could quote a value. */
    private static final class DeliveryFailed extends LoggedFailure {

        private final transient Throwable failure;

        DeliveryFailed(Throwable failure) {
            super(failure.getClass().getSimpleName());
            this.failure = failure;
        }
    }

    private static final class TakenOver extends RuntimeException {

        TakenOver() {
            super(null, null, false, false);
        }
    }
}
