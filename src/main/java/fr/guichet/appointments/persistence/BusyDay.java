package fr.guichet.appointments.persistence;

import fr.guichet.appointments.domain.PackedRanges;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The blocked ranges of a branch that begin on one UTC day, as they were at one moment.
 *
 * @param ranges without holds and offers that had run out
 * @param lapses when the first of the holds and offers among them runs out; null when there is none
 * @param since the first transaction that may have written something which is not in here
 */
record BusyDay(PackedRanges ranges, @Nullable Instant lapses, long since) {

    static BusyDay empty(long since) {
        return new BusyDay(PackedRanges.NONE, null, since);
    }

    boolean isWholeAt(Instant now) {
        return lapses == null || now.isBefore(lapses);
    }
}
