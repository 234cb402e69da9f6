package fr.guichet.audit.verification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the trail that is not what was written.
 *
 * @param batch where; null when it belongs to none
 * @param seq number of the entry; null when it is about a batch as a whole
 * @param entry identifier of the entry, as it stands there now; null when there is none
 * @param what in plain words
 */
public record Finding(
        @Nullable Long batch, @Nullable Long seq, @Nullable UUID entry, String what) {

    static Finding ofBatch(long batch, String what) {
        return new Finding(batch, null, null, what);
    }

    static Finding ofTrail(String what) {
        return new Finding(null, null, null, what);
    }

    /** One line for a person: where, then what. */
    public String line() {
        var where = new StringBuilder();
        if (batch != null) {
            where.append("batch ").append(batch);
        }
        if (seq != null) {
            where.append(where.isEmpty() ? "" : ", ").append("entry ").append(seq);
        }
        if (entry != null) {
            where.append(" (").append(entry).append(')');
        }
        return where.isEmpty() ? what : where + ": " + what;
    }
}
