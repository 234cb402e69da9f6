package fr.guichet.appointments.domain;

import fr.guichet.branches.AdviserSchedule;
import fr.guichet.shared.AdviserId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Busy times as one can read and compare them. */
public final class Ranges {

    private Ranges() {}

    /** "adviser from to" for each range of these advisers, in minutes. */
    public static Set<String> of(BusyTimes busy, List<AdviserId> advisers) {
        var grid = new Grid(ZoneOffset.UTC, 60);
        var receivers = advisers.stream()
                .map(adviser -> new Receiver(
                        new AdviserSchedule(adviser, "", Set.of(), Set.of(), true), MinuteSpans.of(List.of())))
                .toList();
        var roster =
                new Roster(grid, grid.points(LocalDate.EPOCH, LocalDate.EPOCH), MinuteSpans.of(List.of()), receivers);
        var ranges = new TreeSet<String>();
        for (var day : busy.days()) {
            day.forEach(roster, (receiver, from, to) -> ranges.add(receiver + " " + from + " " + to));
        }
        return ranges;
    }
}
