package fr.guichet.branches.hours;

import ch.poole.openinghoursparser.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hours of a rule: ranges with a start and an end that the clock alone decides. */
final class RuleTimes {

    /** Also what runs on into the next day. */
    static final Minutes WHOLE_DAY = Minutes.of(List.of(new Minutes.Stretch(0, 2 * Minutes.DAY)));

    static final Minutes MIDNIGHT_TO_MIDNIGHT = Minutes.of(List.of(new Minutes.Stretch(0, Minutes.DAY)));

    private RuleTimes() {}

    static Minutes read(List<TimeSpan> spans, List<Fault> faults) {
        var stretches = new ArrayList<Minutes.Stretch>(spans.size());
        for (var span : spans) {
            var fault = fault(span);
            if (fault == null) {
                stretches.add(new Minutes.Stretch(span.getStart(), span.getEnd()));
            } else {
                faults.add(Fault.of(fault, written(span)));
            }
        }
        return Minutes.of(stretches);
    }

    /** The library writes 24:30 as 00:30. */
    private static String written(TimeSpan span) {
        return span.getEnd() > Minutes.DAY && span.getStartEvent() == null && span.getInterval() == 0
                ? written(new Minutes.Stretch(span.getStart(), span.getEnd()))
                : span.toString();
    }

    static String written(Minutes.Stretch stretch) {
        return clock(stretch.from()) + "-" + clock(stretch.to());
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static @Nullable String fault(TimeSpan span) {
        if (span.getStartEvent() != null || span.getEndEvent() != null) {
            return "sun";
        }
        if (span.isOpenEnded()) {
            return "open-ended";
        }
        if (span.getInterval() != 0) {
            return "interval";
        }
        if (span.getEnd() == TimeSpan.UNDEFINED_TIME) {
            return "end-missing";
        }
        if (span.getStart() >= Minutes.DAY) {
            return "time";
        }
        if (span.getStart() == span.getEnd()) {
            return "empty-range";
        }
        // 24:30 is more often a slip for 14:30 or 00:30 than a branch that closes half an hour after midnight.
        if (span.getEnd() > Minutes.DAY && span.getEnd() < Minutes.DAY + 60) {
            return "after-midnight";
        }
        if (span.getEnd() - span.getStart() > Minutes.DAY || span.getEnd() >= 2 * Minutes.DAY) {
            return "too-long-range";
        }
        return null;
    }
}
