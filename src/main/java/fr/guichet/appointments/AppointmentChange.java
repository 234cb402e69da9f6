package fr.guichet.appointments;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.AdviserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an appointment's history.
 *
 * @param account who did it; null for the system
 * @param fromStart start and adviser before it; null where there was nothing before
 * @param toStart start and adviser after it; null where the visit no longer takes place
 * @param reason why, in the words of whoever did it
 */
public record AppointmentChange(
        Instant at,
        What what,
        By by,
        @Nullable AccountId account,
        @Nullable Instant fromStart,
        @Nullable AdviserId fromAdviser,
        @Nullable Instant toStart,
        @Nullable AdviserId toAdviser,
        @Nullable String reason) {

    public static final int REASON_LENGTH = 500;

    /** What happened. */
    public enum What {
        BOOKED,
        MOVED,
        REASSIGNED,
        CANCELLED,
        CHECKED_IN,
        STARTED,
        FINISHED,
        NO_SHOW
    }

    /** Who did it. */
    public enum By {
        CUSTOMER,
        STAFF,
        SYSTEM
    }
}
