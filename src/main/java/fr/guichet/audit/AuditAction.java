package fr.guichet.audit;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that is written down when it is done. Each module has an enum of its own: what is not in it cannot be recorded. The name
 * of a constant is kept for as long as entries are, so it never changes.
 */
public interface AuditAction {

    /** The module that it belongs to, in small letters. */
    String module();

    /** The constant's name. */
    String name();

    /**
     * What may be told of it besides who, whom and where. Never anything that says something about a person: values are times,
     * numbers, identifiers and words of our own.
     */
    default Set<String> details() {
        return Set.of();
    }

    /** How it is written down and filtered by, such as {@code appointments.checked-in}. */
    default String code() {
        return module() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All that a module can have recorded; one bean for each module, so that auditors see what there is to look for. */
    record Catalogue(List<? extends AuditAction> actions) {

        public Catalogue {
            actions = List.copyOf(actions);
        }
    }
}
