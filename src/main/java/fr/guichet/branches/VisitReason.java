package fr.guichet.branches;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Why a customer comes, and what that asks of a branch.
 *
 * @param code stable upper-case word such as {@code MORTGAGE_FIRST}
 * @param duration how long the customer is there
 * @param bufferBefore blocked in the adviser's day before the visit
 * @param bufferAfter blocked in the adviser's day after the visit
 * @param minNotice how long before the start a customer may book at the latest
 * @param horizonDays how many days ahead, from today in the branch's zone, a customer may book
 * @param requiredSkills skills the adviser must all have
 * @param requiredDocuments names of the papers to bring
 * @param active whether it can be booked; kept for the visits of the past when not
 */
public record VisitReason(
        ReasonId id,
        String code,
        Wording name,
        Wording description,
        Duration duration,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration minNotice,
        int horizonDays,
        Set<String> requiredSkills,
        List<Wording> requiredDocuments,
        boolean active,
        long version) {

    public VisitReason {
        requiredSkills = Set.copyOf(requiredSkills);
        requiredDocuments = List.copyOf(requiredDocuments);
    }

    /** Whether this adviser receives customers and has every skill it takes. */
    public boolean canBeServedBy(AdviserSchedule adviser) {
        return adviser.active() && adviser.skills().containsAll(requiredSkills);
    }
}
