package fr.guichet.demo;

import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.VisitReason;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Which visits the small bank's customers book with one adviser on one day. The same adviser and day always give the same plan, so
 * the bank can be carried forward day by day.
 */
final class VisitPlan {

    private final BranchSchedule branch;
    private final List<VisitReason> reasons;

    VisitPlan(BranchSchedule branch, List<VisitReason> reasons) {
        this.branch = branch;
        this.reasons = reasons;
    }

    /**
     * @param customer which of the branch's customers comes, as a fraction of their number
     * @param fate what becomes of the visit once its time has passed
     */
    record PlannedVisit(AdviserId adviser, VisitReason reason, Instant start, double customer, Fate fate) {}

    enum Fate {
        HONOURED,
        MISSED,
        CANCELLED
    }

    /**
     * @param fill the share of the free time that is taken, 0 to 1
     */
    List<PlannedVisit> on(LocalDate day, AdviserSchedule adviser, double fill) {
        var random = new Random(31L * adviser.displayName().hashCode() + day.toEpochDay());
        var possible =
                reasons.stream().filter(reason -> reason.canBeServedBy(adviser)).toList();
        if (possible.isEmpty()) {
            return List.of();
        }
        var visits = new ArrayList<PlannedVisit>();
        for (var free : branch.freeTime(adviser.id(), day, day)) {
            fill(free, adviser, possible, fill, random, visits);
        }
        return visits;
    }

    private void fill(
            TimeSpan free,
            AdviserSchedule adviser,
            List<VisitReason> possible,
            double fill,
            RandomGenerator random,
            List<PlannedVisit> visits) {
        var time = onGrid(free.start());
        while (true) {
            var reason = possible.get(random.nextInt(possible.size()));
            var taken = random.nextDouble() < fill;
            var start = onGrid(time.plus(reason.bufferBefore()));
            var end = start.plus(reason.duration());
            if (end.isAfter(free.end())) {
                return;
            }
            if (taken) {
                visits.add(new PlannedVisit(adviser.id(), reason, start, random.nextDouble(), fate(random)));
            }
            time = end.plus(reason.bufferAfter());
        }
    }

    private static Fate fate(RandomGenerator random) {
        var drawn = random.nextDouble();
        if (drawn < 0.08) {
            return Fate.CANCELLED;
        }
        return drawn < 0.15 ? Fate.MISSED : Fate.HONOURED;
    }

    /** The first start of the branch's grid that is not earlier. */
    private Instant onGrid(Instant time) {
        var local = time.atZone(branch.zone());
        var hour = local.truncatedTo(ChronoUnit.HOURS);
        var grid = Duration.ofMinutes(branch.gridMinutes()).toSeconds();
        var past = Duration.between(hour, local).toSeconds();
        return hour.plusSeconds((past + grid - 1) / grid * grid).toInstant();
    }
}
