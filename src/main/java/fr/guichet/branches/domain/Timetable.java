package fr.guichet.branches.domain;

import fr.guichet.shared.TimeSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The hours of a branch and of an adviser laid over each other, from one local date to another, both included. */
public final class Timetable {

    private Timetable() {}

    public static List<TimeSpan> open(BranchHours branch, LocalDate from, LocalDate toInclusive) {
        var result = new ArrayList<TimeSpan>();
        for (var day = from; !day.isAfter(toInclusive); day = day.plusDays(1)) {
            for (var span : branch.open(day)) {
                Spans.append(result, span);
            }
        }
        return result;
    }

    public static List<TimeSpan> working(
            BranchHours branch, AdviserHours adviser, LocalDate from, LocalDate toInclusive) {
        var result = new ArrayList<TimeSpan>();
        for (var day = from; !day.isAfter(toInclusive); day = day.plusDays(1)) {
            for (var span : branch.instants(day, adviser.on(day))) {
                Spans.append(result, span);
            }
        }
        return result;
    }

    /** Working time within open time. */
    public static List<TimeSpan> receiving(
            BranchHours branch, AdviserHours adviser, LocalDate from, LocalDate toInclusive) {
        var result = new ArrayList<TimeSpan>();
        for (var day = from; !day.isAfter(toInclusive); day = day.plusDays(1)) {
            var open = branch.open(day);
            if (!open.isEmpty()) {
                for (var span : Spans.intersection(open, branch.instants(day, adviser.on(day)))) {
                    Spans.append(result, span);
                }
            }
        }
        return result;
    }

    /** Working time within open time, less absences. */
    public static List<TimeSpan> free(BranchHours branch, AdviserHours adviser, LocalDate from, LocalDate toInclusive) {
        return Spans.difference(receiving(branch, adviser, from, toInclusive), adviser.away());
    }
}
