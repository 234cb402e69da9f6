package fr.guichet.branches.domain;

import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Sets of instants as lists of spans. Every list taken (but {@link #union}'s) and given is sorted, without empty spans, and
 * neighbours neither overlap nor touch: two sets are equal exactly when their lists are.
 */
public final class Spans {

    private Spans() {}

    /** What any of the spans covers; they may come in any order, overlap and be empty. */
    public static List<TimeSpan> union(Collection<TimeSpan> spans) {
        var sorted = spans.stream()
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparing(TimeSpan::start))
                .toList();
        var result = new ArrayList<TimeSpan>(sorted.size());
        for (var span : sorted) {
            append(result, span);
        }
        return List.copyOf(result);
    }

    /** Adds a span that does not start before the last one, joining it when they meet. */
    static void append(List<TimeSpan> sorted, TimeSpan span) {
        if (span.isEmpty()) {
            return;
        }
        if (sorted.isEmpty() || sorted.getLast().end().isBefore(span.start())) {
            sorted.add(span);
        } else if (sorted.getLast().end().isBefore(span.end())) {
            sorted.set(sorted.size() - 1, new TimeSpan(sorted.getLast().start(), span.end()));
        }
    }

    /** What both cover. */
    public static List<TimeSpan> intersection(List<TimeSpan> some, List<TimeSpan> others) {
        var result = new ArrayList<TimeSpan>();
        int i = 0;
        int j = 0;
        while (i < some.size() && j < others.size()) {
            var a = some.get(i);
            var b = others.get(j);
            var start = later(a.start(), b.start());
            var end = earlier(a.end(), b.end());
            if (start.isBefore(end)) {
                result.add(new TimeSpan(start, end));
            }
            if (a.end().isBefore(b.end())) {
                i++;
            } else {
                j++;
            }
        }
        return result;
    }

    /** What the first covers and the others do not. */
    public static List<TimeSpan> difference(List<TimeSpan> some, List<TimeSpan> taken) {
        if (taken.isEmpty()) {
            return some;
        }
        var result = new ArrayList<TimeSpan>();
        int next = 0;
        for (var span : some) {
            var start = span.start();
            while (next < taken.size() && !taken.get(next).end().isAfter(start)) {
                next++;
            }
            // One taken span may reach into several of ours, so "next" moves on only past those that end before the
            // next starts.
            for (int k = next; k < taken.size() && taken.get(k).start().isBefore(span.end()); k++) {
                if (start.isBefore(taken.get(k).start())) {
                    result.add(new TimeSpan(start, taken.get(k).start()));
                }
                start = later(start, taken.get(k).end());
            }
            if (start.isBefore(span.end())) {
                result.add(new TimeSpan(start, span.end()));
            }
        }
        return result;
    }

    /** The part that lies within the bounds. */
    public static List<TimeSpan> within(TimeSpan bounds, List<TimeSpan> spans) {
        return bounds.isEmpty() ? List.of() : intersection(spans, List.of(bounds));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
