package fr.guichet.appointments.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.guichet.appointments.domain.BusyTimes;
import fr.guichet.appointments.domain.VisitShape;
import fr.guichet.shared.BranchId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is on the calendars of branches, in memory by day. Never believed unasked: one small query tells whether any transaction has
 * written to a calendar of the branch since, and then all is read again. So the answer is that of the database at this moment,
 * whichever instance wrote last, and no message needs to arrive for it.
 */
@Component
public class BusyCache implements MeterBinder {

    private static final long MOST_BYTES = 64L << 20;
    private static final int BYTES_OF_AN_ENTRY = 150;

    /** A server that takes over from one that failed may give the last numbers of transactions a second time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Key(BranchId branch, int day) {}

    private final BusyStore store;
    private final Cache<Key, BusyDay> held = Caffeine.newBuilder()
            .expireAfterWrite(LONGEST)
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, BusyDay day) -> day.ranges().bytes() + BYTES_OF_AN_ENTRY)
            .recordStats()
            .build();

    BusyCache(BusyStore store) {
        this.store = store;
    }

    /**
     * Every blocked range of a branch that has a moment in [from, to), and perhaps some that do not. Holds and offers that have run
     * out are left out.
     *
     * @param from first minute, as {@link fr.guichet.appointments.domain.Minutes} counts
     * @param to minute after the last
     */
    public BusyTimes of(BranchId branch, int from, int to, Instant now) {
        int first = BusyTimes.dayOf(from - VisitShape.LONGEST);
        int last = BusyTimes.dayOf(to - 1);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // What this transaction has written is on the calendars for nobody else, and may never be.
            return times(first, store.read(branch, first, last, now));
        }
        var days = believable(branch, first, last, now).orElseGet(() -> read(branch, first, last, now));
        return times(first, days);
    }

    /** How well memory serves: {@code cache.gets}, {@code cache.size} and their like, tagged {@code cache="appointments.calendars"}. */
    @Override
    public void bindTo(MeterRegistry registry) {
        new CaffeineCacheMetrics<>(held, "appointments.calendars", Tags.empty()).bindTo(registry);
    }

    private Optional<List<BusyDay>> believable(BranchId branch, int first, int last, Instant now) {
        var days = new ArrayList<BusyDay>();
        var since = Long.MAX_VALUE;
        for (int day = first; day <= last; day++) {
            var known = held.getIfPresent(new Key(branch, day));
            if (known == null || !known.isWholeAt(now)) {
                return Optional.empty();
            }
            days.add(known);
            since = Math.min(since, known.since());
        }
        return store.changed(branch, since) ? Optional.empty() : Optional.of(days);
    }

    private List<BusyDay> read(BranchId branch, int first, int last, Instant now) {
        var days = store.read(branch, first, last, now);
        for (int i = 0; i < days.size(); i++) {
            held.put(new Key(branch, first + i), days.get(i));
        }
        return days;
    }

    private static BusyTimes times(int first, List<BusyDay> days) {
        return new BusyTimes(first, days.stream().map(BusyDay::ranges).toList());
    }
}
