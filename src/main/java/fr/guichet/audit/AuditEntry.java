package fr.guichet.audit;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down of one act. When and from where are added as it is written.
 *
 * @param by who did it, or tried to
 * @param action what
 * @param subject the kind of thing it was done to
 * @param subjectId which one; null where there is only one, or many
 * @param customer on whom; null when no customer is concerned
 * @param branch where; null when no branch is concerned
 * @param refusal why it was refused, as a short code such as {@code forbidden}; null when it was done
 * @param details what else there is to know; each name is one that the action allows
 */
public record AuditEntry(
        By by,
        AuditAction action,
        AuditSubject subject,
        @Nullable UUID subjectId,
        @Nullable CustomerId customer,
        @Nullable BranchId branch,
        @Nullable String refusal,
        SortedMap<String, String> details) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern OPERATION = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final int LONGEST_CODE = 60;

    public AuditEntry {
        if (!action.details().containsAll(details.keySet())) {
            throw new IllegalArgumentException(
                    action.code() + " tells nothing but " + action.details() + ", not " + details.keySet());
        }
        if (refusal != null
                && (refusal.length() > LONGEST_CODE || !CODE.matcher(refusal).matches())) {
            throw new IllegalArgumentException(
                    "Not a short code in small letters: the reason of a refused " + action.code());
        }
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /**
     * Who did something.
     *
     * @param account null for Guichet itself and for whoever was not signed in
     * @param name of the job or listener; null for people, whose names are not written down
     */
    public record By(
            Kind kind,
            @Nullable AccountId account,
            @Nullable String name) {

        /** What somebody was. */
        public enum Kind {
            CUSTOMER,
            STAFF,
            SYSTEM,
            /** Nobody had signed in. */
            ANONYMOUS
        }
    }

    /** Something that was done. A customer's own acts concern that customer unless another is named. */
    public static AuditEntry of(Actor actor, AuditAction action, AuditSubject subject, @Nullable UUID id) {
        return new AuditEntry(
                by(actor),
                action,
                subject,
                id,
                actor instanceof CustomerActor customer ? customer.customer() : null,
                actor instanceof StaffActor staff ? staff.branch() : null,
                null,
                new TreeMap<>());
    }

    /** Something that somebody did who had not signed in, such as signing in. */
    public static AuditEntry ofNobody(AuditAction action, AuditSubject subject, @Nullable UUID id) {
        return new AuditEntry(
                new By(By.Kind.ANONYMOUS, null, null), action, subject, id, null, null, null, new TreeMap<>());
    }

    public AuditEntry on(@Nullable CustomerId concerned) {
        return new AuditEntry(by, action, subject, subjectId, concerned, branch, refusal, details);
    }

    public AuditEntry in(@Nullable BranchId place) {
        return new AuditEntry(by, action, subject, subjectId, customer, place, refusal, details);
    }

    /** Says that it was refused. */
    public AuditEntry refused(String code) {
        return new AuditEntry(by, action, subject, subjectId, customer, branch, code, details);
    }

    public AuditEntry with(String name, @Nullable Instant time) {
        return with(name, (Object) time);
    }

    public AuditEntry with(String name, @Nullable LocalDate day) {
        return with(name, (Object) day);
    }

    public AuditEntry with(String name, long number) {
        return with(name, (Object) number);
    }

    public AuditEntry with(String name, @Nullable UUID id) {
        return with(name, (Object) id);
    }

    public AuditEntry with(String name, @Nullable Enum<?> word) {
        return with(name, word == null ? null : (Object) word.name());
    }

    /** Names the operation of the API that it came by, as {@code operation}. */
    public AuditEntry byOperation(String operation) {
        if (!OPERATION.matcher(operation).matches()) {
            throw new IllegalArgumentException("Not the name of an operation");
        }
        return with("operation", (Object) operation);
    }

    /** There is none for text: text that somebody typed is never written down. */
    private AuditEntry with(String name, @Nullable Object value) {
        var more = new TreeMap<>(details);
        if (value != null) {
            more.put(name, value.toString());
        }
        return new AuditEntry(by, action, subject, subjectId, customer, branch, refusal, more);
    }

    private static By by(Actor actor) {
        return switch (actor) {
            case CustomerActor customer -> new By(By.Kind.CUSTOMER, customer.account(), null);
            case StaffActor staff -> new By(By.Kind.STAFF, staff.account(), null);
            case SystemActor system -> new By(By.Kind.SYSTEM, null, system.name());
        };
    }
}
