package fr.guichet.identity.staff;

import fr.guichet.shared.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a change. */
public sealed interface StaffOutcome {

    /**
     * It was carried out.
     *
     * @param code to hand over, to be shown once; null when no access was given
     */
    record Done(AccountId account, @Nullable String code) implements StaffOutcome {

        @Override
        public String toString() {
            return "Done[" + account + "]";
        }
    }

    /** It waits for another administrator. */
    record Proposed(UUID proposal) implements StaffOutcome {}

    record Refused(StaffRefusal why) implements StaffOutcome {}
}
