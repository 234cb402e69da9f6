package fr.guichet.branches.hours;

import fr.guichet.branches.LocalTimeRange;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of one day in minutes from its midnight, sorted, disjoint, not touching; the last may run into the next day. */
record Minutes(List<Stretch> stretches) {

    static final int DAY = 24 * 60;
    static final Minutes NONE = new Minutes(List.of());

    /** Half-open. */
    record Stretch(int from, int to) {}

    static Minutes of(List<Stretch> any) {
        var sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparingInt(Stretch::from));
        var merged = new ArrayList<Stretch>(sorted.size());
        for (var next : sorted) {
            if (!merged.isEmpty() && next.from <= merged.getLast().to) {
                var last = merged.removeLast();
                merged.add(new Stretch(last.from, Math.max(last.to, next.to)));
            } else if (next.from < next.to) {
                merged.add(next);
            }
        }
        return new Minutes(List.copyOf(merged));
    }

    Minutes plus(Minutes other) {
        var all = new ArrayList<>(stretches);
        all.addAll(other.stretches);
        return of(all);
    }

    Minutes minus(Minutes other) {
        var left = stretches;
        for (var hole : other.stretches) {
            var next = new ArrayList<Stretch>(left.size() + 1);
            for (var stretch : left) {
                next.add(new Stretch(stretch.from, Math.min(stretch.to, hole.from)));
                next.add(new Stretch(Math.max(stretch.from, hole.to), stretch.to));
            }
            next.removeIf(stretch -> stretch.from >= stretch.to);
            left = next;
        }
        return of(left);
    }

    boolean runsPastMidnight() {
        return !stretches.isEmpty() && stretches.getLast().to > DAY;
    }

    List<LocalTimeRange> ranges() {
        var ranges = new ArrayList<LocalTimeRange>(stretches.size());
        for (var stretch : stretches) {
            var from = stretch.from;
            if (stretch.to - from > DAY) {
                // A range lasts 24 hours at most: what is longer is told in two parts.
                ranges.add(new LocalTimeRange(time(from), time(DAY - 1)));
                from = DAY - 1;
            }
            ranges.add(new LocalTimeRange(time(from), time(stretch.to)));
        }
        return List.copyOf(ranges);
    }

    private static LocalTime time(int minutes) {
        return LocalTime.ofSecondOfDay(minutes % DAY * 60L);
    }
}
