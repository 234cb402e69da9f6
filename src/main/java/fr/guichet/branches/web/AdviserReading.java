package fr.guichet.branches.web;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.application.Rights;
import fr.guichet.branches.persistence.ScheduleReader;
import fr.guichet.branches.persistence.StoredAdviser;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Reads advisers for those who may see them; for others the request ends with a problem. */
@Component
class AdviserReading {

    private final ScheduleReader reader;
    private final Schedules schedules;
    private final CalendarReach reach;

    AdviserReading(ScheduleReader reader, Schedules schedules, CalendarReach reach) {
        this.reader = reader;
        this.schedules = schedules;
        this.reach = reach;
    }

    AdviserDetail detail(Actor actor, AdviserId adviser) {
        var found = Answers.of(visible(actor, adviser));
        return AdviserDetail.of(found, zone(found.branch()));
    }

    ZoneId zone(BranchId branch) {
        return schedules
                .of(branch)
                .orElseThrow(() -> Problems.notFound().exception())
                .zone();
    }

    private Outcome<StoredAdviser, BranchRefusal> visible(Actor actor, AdviserId adviser) {
        return reader.adviser(adviser, reach.firstDay())
                .map(found -> Outcome.unless(Rights.toSee(actor, found.branch()), () -> Outcome.done(found)))
                .orElseGet(() -> Outcome.refused(new BranchRefusal.NotFound()));
    }
}
