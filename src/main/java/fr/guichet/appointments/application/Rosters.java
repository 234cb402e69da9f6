package fr.guichet.appointments.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.guichet.appointments.domain.Grid;
import fr.guichet.appointments.domain.MinuteSpans;
import fr.guichet.appointments.domain.Receiver;
import fr.guichet.appointments.domain.Roster;
import fr.guichet.branches.BranchSchedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Free time worked out in blocks of a week for each snapshot of a schedule, and kept as long as someone keeps the snapshot. A
 * schedule that changes is another snapshot, so nothing here can be out of date.
 */
@Component
public class Rosters {

    private static final int BLOCK_DAYS = 7;
    private static final int BLOCKS_KEPT = 60;

    private final Cache<BranchSchedule, ConcurrentHashMap<Long, Roster>> blocks =
            Caffeine.newBuilder().weakKeys().build();

    Rosters() {}

    /** The block that the day lies in. */
    public Roster of(BranchSchedule schedule, LocalDate day) {
        var known = blocks.get(schedule, any -> new ConcurrentHashMap<>());
        long number = Math.floorDiv(day.toEpochDay(), BLOCK_DAYS);
        var roster = known.get(number);
        if (roster != null) {
            return roster;
        }
        if (known.size() >= BLOCKS_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(number, any -> build(schedule, LocalDate.ofEpochDay(number * BLOCK_DAYS)));
    }

    /** The blocks that the days lie in, in order. */
    public List<Roster> of(BranchSchedule schedule, LocalDate from, LocalDate toInclusive) {
        var rosters = new ArrayList<Roster>();
        var day = from;
        while (!day.isAfter(toInclusive)) {
            var roster = of(schedule, day);
            rosters.add(roster);
            day = roster.points().firstDay().plusDays(BLOCK_DAYS);
        }
        return rosters;
    }

    private static Roster build(BranchSchedule schedule, LocalDate first) {
        var last = first.plusDays(BLOCK_DAYS - 1L);
        var grid = new Grid(schedule.zone(), schedule.gridMinutes());
        // A visit that starts late on the last day may end on the next.
        var reach = last.plusDays(2);
        var receivers = schedule.advisers().stream()
                .map(adviser -> new Receiver(adviser, MinuteSpans.of(schedule.freeTime(adviser.id(), first, reach))))
                .toList();
        return new Roster(grid, grid.points(first, last), MinuteSpans.of(schedule.openTime(first, reach)), receivers);
    }
}
