package fr.guichet.appointments.persistence;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/** Which promise of the database a change would have broken. */
public enum Conflict {
    /** The adviser has something else then. */
    ADVISER("appointment_adviser_free"),
    /** The customer has another visit then. */
    CUSTOMER("appointment_customer_free");

    private final String constraint;

    Conflict(String constraint) {
        this.constraint = constraint;
    }

    /** Empty when it is none of these, so something that should not happen. */
    public static Optional<Conflict> of(DataIntegrityViolationException violation) {
        for (Throwable cause = violation; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException answer && answer.getServerErrorMessage() != null) {
                var named = answer.getServerErrorMessage().getConstraint();
                for (var conflict : values()) {
                    if (conflict.constraint.equals(named)) {
                        return Optional.of(conflict);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
