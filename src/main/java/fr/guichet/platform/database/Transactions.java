package fr.guichet.platform.database;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction and repeats it when PostgreSQL gave it up for a deadlock (40P01) or a serialization failure (40001). */
@Component
public class Transactions {

    private final TransactionTemplate template;

    Transactions(TransactionTemplate template) {
        this.template = template;
    }

    /** Joins the caller's transaction if there is one; only the outermost call repeats. */
    @SuppressWarnings("NullAway") // the template hands back what the supplier gave
    public <T> T call(Supplier<T> work) {
        return template.execute(status -> work.get());
    }
}
