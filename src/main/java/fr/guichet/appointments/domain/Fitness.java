package fr.guichet.appointments.domain;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.NeedsAction.Cause;
import fr.guichet.branches.VisitReason;
import java.util.Optional;

/** Whether a booked visit can still take place: as the guard would ask, had it not been booked yet, but that it has its slot. */
public final class Fitness {

    private Fitness() {}

    /**
     * What stands in the way of the visit; empty if nothing does.
     *
     * @param roster covers the day of the visit
     * @param away when the adviser is absent
     */
    public static Optional<Cause> cause(Appointment visit, VisitReason reason, Roster roster, MinuteSpans away) {
        int index = roster.indexOf(visit.adviser());
        if (index < 0 || !roster.receivers().get(index).adviser().active()) {
            return Optional.of(Cause.ADVISER_LEFT);
        }
        var receiver = roster.receivers().get(index);
        if (!reason.canBeServedBy(receiver.adviser())) {
            return Optional.of(Cause.ADVISER_NOT_QUALIFIED);
        }
        int start = Minutes.floor(visit.start());
        int end = Minutes.ceil(visit.end());
        if (!roster.open().enclose(start, end)) {
            return Optional.of(Cause.BRANCH_CLOSED);
        }
        if (away.overlap(start, end)) {
            return Optional.of(Cause.ADVISER_ABSENT);
        }
        return receiver.free().enclose(start, end) ? Optional.empty() : Optional.of(Cause.OUTSIDE_HOURS);
    }
}
