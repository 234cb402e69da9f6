package fr.guichet.appointments.domain;

import fr.guichet.shared.TimeSpan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Stretches of time in whole {@link Minutes}, half-open, sorted, disjoint and not touching. Immutable. */
public final class MinuteSpans {

    private static final MinuteSpans NONE = new MinuteSpans(new int[0]);

    /** Start, end, start, end ... */
    private final int[] bounds;

    private MinuteSpans(int[] bounds) {
        this.bounds = bounds;
    }

    /** The whole minutes within the spans, which may come in any order and overlap; spans that touch become one. */
    public static MinuteSpans of(List<TimeSpan> spans) {
        if (spans.isEmpty()) {
            return NONE;
        }
        var sorted =
                spans.stream().sorted(Comparator.comparing(TimeSpan::start)).toList();
        var bounds = new int[sorted.size() * 2];
        int used = 0;
        for (var span : sorted) {
            int start = Minutes.ceil(span.start());
            int end = Minutes.floor(span.end());
            if (start >= end) {
                continue;
            }
            if (used > 0 && start <= bounds[used - 1]) {
                bounds[used - 1] = Math.max(bounds[used - 1], end);
            } else {
                bounds[used++] = start;
                bounds[used++] = end;
            }
        }
        return new MinuteSpans(Arrays.copyOf(bounds, used));
    }

    public int size() {
        return bounds.length / 2;
    }

    public int start(int index) {
        return bounds[index * 2];
    }

    public int end(int index) {
        return bounds[index * 2 + 1];
    }

    /** The index of the first span that ends after the minute; {@link #size()} if there is none. */
    public int firstEndingAfter(int minute) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(middle) > minute) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether one span holds the whole of [start, end). */
    public boolean enclose(int start, int end) {
        int index = firstEndingAfter(start);
        return index < size() && start(index) <= start && end <= end(index);
    }

    /** Whether some of [start, end) is covered. */
    public boolean overlap(int start, int end) {
        int index = firstEndingAfter(start);
        return index < size() && start(index) < end;
    }
}
