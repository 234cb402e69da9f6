package fr.guichet.appointments.persistence;

import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries a step inside a transaction so that its failure undoes that step alone. */
@Component
public class Savepoints {

    private final TransactionTemplate nested;

    Savepoints(PlatformTransactionManager manager) {
        nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What became of a step. */
    public sealed interface Attempt {
        record Done() implements Attempt {}

        /** Nothing was written. */
        record Refused(Conflict conflict) implements Attempt {}
    }

    /** Runs the step; undoes it when it breaks one of the promises of {@link Conflict}. */
    public Attempt attempt(Runnable step) {
        try {
            nested.executeWithoutResult(status -> step.run());
            return new Attempt.Done();
        } catch (DataIntegrityViolationException e) {
            return new Attempt.Refused(Conflict.of(e).orElseThrow(() -> e));
        }
    }

    /** Runs the step; undoes it when it answers false. */
    public boolean attempt(Supplier<Boolean> step) {
        return Boolean.TRUE.equals(nested.execute(status -> {
            boolean done = step.get();
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }
}
