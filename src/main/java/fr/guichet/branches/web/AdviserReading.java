package fr.guichet.branches.web;

import fr.guichet.branches.Schedules;
import fr.guichet.branches.persistence.ScheduleReader;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Subject;
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
        var found = reader.adviser(adviser, reach.firstDay())
                .filter(stored -> actor.maySee(Subject.of(adviser, stored.branch())))
                .orElseThrow(() -> Problems.notFound().exception());
        return AdviserDetail.of(found, zone(found.branch()));
    }

    ZoneId zone(BranchId branch) {
        return schedules
                .of(branch)
                .orElseThrow(() -> Problems.notFound().exception())
                .zone();
    }
}
