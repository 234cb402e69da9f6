package fr.guichet.appointments.web;

import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.shared.AdviserId;

/** What people are called on screens. */
final class Names {

    private Names() {}

    /** Advisers who have left keep their name; the schedule still knows them. */
    static String of(BranchSchedule branch, AdviserId adviser) {
        return branch.adviser(adviser).map(AdviserSchedule::displayName).orElse("");
    }
}
