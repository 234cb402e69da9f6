package fr.guichet.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction and repeats it when PostgreSQL gave it up for a deadlock (40P01) or a serialization failure (40001). */
@Component
public class Transactions {

    private static final Set<String> WORTH_REPEATING = Set.of("40P01", "40001");

    private final TransactionTemplate template;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(5)
            .delay(Duration.ofMillis(10))
            .jitter(Duration.ofMillis(10))
            .multiplier(2)
            .predicate(Transactions::isWorthRepeating)
            .build());

    Transactions(TransactionTemplate template) {
        this.template = template;
    }

    /** Joins the caller's transaction if there is one; only the outermost call repeats, so the work must be fit to run again. */
    public <T> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return once(work);
        }
        try {
            return result(retry.execute(() -> once(work)));
        } catch (RetryException e) {
            throw unchecked(e.getLastException());
        }
    }

    private <T> T once(Supplier<T> work) {
        return result(template.execute(status -> work.get()));
    }

    @SuppressWarnings("NullAway") // the template hands back what the supplier gave
    private static <T> T result(@org.jspecify.annotations.Nullable T result) {
        return result;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    private static boolean isWorthRepeating(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && WORTH_REPEATING.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
