package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.Schedules;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The history of a visit as JSON. */
@Component
class HistoryViews {

    private final Schedules schedules;
    private final Accounts accounts;

    HistoryViews(Schedules schedules, Accounts accounts) {
        this.schedules = schedules;
        this.accounts = accounts;
    }

    /**
     * One thing that happened.
     *
     * @param byName who it was; only staff learn the names of staff
     * @param from time and adviser before; absent where there was nothing before
     * @param to time and adviser after; absent where the visit no longer takes place
     * @param reason why, in the words of whoever did it; only staff read the words of staff
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryEntry(
            OffsetDateTime at,
            AppointmentChange.By by,
            @Nullable String byName,
            AppointmentChange.What what,
            @Nullable Standing from,
            @Nullable Standing to,
            @Nullable String reason) {}

    /** When and with whom. */
    record Standing(OffsetDateTime start, String adviserName) {}

    List<HistoryEntry> of(Actor reader, Appointment visit, List<AppointmentChange> changes) {
        var branch = schedules.of(visit.branch()).orElseThrow();
        return changes.stream().map(change -> entry(reader, change, branch)).toList();
    }

    private HistoryEntry entry(Actor reader, AppointmentChange change, BranchSchedule branch) {
        var told = reader instanceof StaffActor || change.by() == AppointmentChange.By.CUSTOMER;
        return new HistoryEntry(
                new LocalTimes(branch.zone()).of(change.at()),
                change.by(),
                told ? name(change) : null,
                change.what(),
                standing(change.fromStart(), change.fromAdviser(), branch),
                standing(change.toStart(), change.toAdviser(), branch),
                told ? change.reason() : null);
    }

    private @Nullable String name(AppointmentChange change) {
        return change.account() == null
                ? null
                : accounts.recent(change.account())
                        .map(AccountView::displayName)
                        .orElse(null);
    }

    private static @Nullable Standing standing(
            @Nullable Instant start, @Nullable AdviserId adviser, BranchSchedule branch) {
        return start == null || adviser == null
                ? null
                : new Standing(new LocalTimes(branch.zone()).of(start), Names.of(branch, adviser));
    }
}
