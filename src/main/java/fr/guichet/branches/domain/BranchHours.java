package fr.guichet.branches.domain;

import fr.guichet.branches.ClosureView;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** When one branch is open: opening hours (public holidays included) of each day, less closures, in instants. */
public final class BranchHours {

    /** A season of days stays worked out; whoever asks for more, asks for a lot. */
    private static final int DAYS_KEPT = 200;

    private final LocalHours local;
    private final Function<LocalDate, List<LocalTimeRange>> openingHours;
    private final List<ClosureView> closures;
    private final List<TimeSpan> closed;
    private final ConcurrentHashMap<LocalDate, Day> days = new ConcurrentHashMap<>();

    /**
     * @param openingHours the hours that begin on a day, none on a public holiday unless they are said to hold then
     * @param closures in any order; they may overlap
     */
    public BranchHours(
            ZoneId zone, Function<LocalDate, List<LocalTimeRange>> openingHours, List<ClosureView> closures) {
        this.local = new LocalHours(zone);
        this.openingHours = openingHours;
        this.closures = closures.stream()
                .sorted(Comparator.comparing(
                                (ClosureView closure) -> closure.span().start())
                        .thenComparing(ClosureView::id))
                .toList();
        this.closed = Spans.union(closures.stream().map(ClosureView::span).toList());
    }

    public List<ClosureView> closures() {
        return closures;
    }

    /** The instants of a local day. */
    public TimeSpan bounds(LocalDate date) {
        return day(date).bounds;
    }

    /** Open time within the local day, what runs over from the evening before included. */
    public List<TimeSpan> open(LocalDate date) {
        return day(date).open;
    }

    /** The instants of hours that stay within their day, sorted as they are. */
    List<TimeSpan> instants(LocalDate date, List<LocalTimeRange> hours) {
        if (hours.isEmpty()) {
            return List.of();
        }
        var day = day(date);
        var result = new ArrayList<TimeSpan>(hours.size());
        for (var range : hours) {
            if (day.steady) {
                Spans.append(
                        result,
                        new TimeSpan(
                                day.bounds.start().plusNanos(range.from().toNanoOfDay()),
                                range.endsNextDay()
                                        ? day.bounds.end()
                                        : day.bounds
                                                .start()
                                                .plusNanos(range.to().toNanoOfDay())));
            } else {
                for (var span : local.between(range.startOn(date), range.endOn(date))) {
                    Spans.append(result, span);
                }
            }
        }
        return result;
    }

    private Day day(LocalDate date) {
        var known = days.get(date);
        if (known != null) {
            return known;
        }
        var bounds = local.day(date);
        var hours = new ArrayList<TimeSpan>();
        for (var range : openingHours.apply(date.minusDays(1))) {
            if (range.runsPastMidnight()) {
                hours.addAll(local.between(date.atStartOfDay(), range.endOn(date.minusDays(1))));
            }
        }
        for (var range : openingHours.apply(date)) {
            hours.addAll(local.between(range.startOn(date), range.endOn(date)));
        }
        var open = Spans.difference(Spans.within(bounds, Spans.union(hours)), closed);
        var worked = new Day(bounds, local.isSteady(bounds), List.copyOf(open));
        if (days.size() >= DAYS_KEPT) {
            days.clear();
        }
        days.put(date, worked);
        return worked;
    }

    private record Day(TimeSpan bounds, boolean steady, List<TimeSpan> open) {}
}
