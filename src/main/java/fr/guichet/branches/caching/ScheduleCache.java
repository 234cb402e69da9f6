package fr.guichet.branches.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.persistence.ScheduleReader;
import fr.guichet.branches.persistence.ScheduleVersions;
import fr.guichet.shared.BranchId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Schedules in memory. A schedule is believed for two seconds after its version was last compared with the database; then one
 * small query compares again, and the whole is read only if the version moved. No message between instances is needed for this to
 * be right, and none that gets lost can make it wrong.
 */
@Component
public class ScheduleCache implements MeterBinder {

    private static final Duration BELIEVED = Duration.ofSeconds(2);

    /** In units of {@link BranchSchedule#weight}, of some 100 bytes each. */
    private static final long HEAVIEST = 1_500_000;

    /** How far back schedules go. */
    private static final int DAYS_BACK = 400;

    record Held(BranchSchedule schedule, long confirmedAt) {}

    private final ScheduleReader reader;
    private final ScheduleVersions versions;
    private final ReasonCache reasons;
    private final Clock clock;
    private final Ticker ticker;
    private final Cache<BranchId, Held> held;
    private final SharedReads<BranchId, Optional<BranchSchedule>> reads = new SharedReads<>();

    /** Versions that this instance itself has just committed: a reading that began before them is not believed. */
    private final Cache<BranchId, Long> committed;

    private final Uncommitted<BranchId> uncommitted;

    @Autowired
    ScheduleCache(ScheduleReader reader, ScheduleVersions versions, ReasonCache reasons, Clock clock) {
        this(reader, versions, reasons, clock, Ticker.systemTicker());
    }

    ScheduleCache(ScheduleReader reader, ScheduleVersions versions, ReasonCache reasons, Clock clock, Ticker ticker) {
        this.reader = reader;
        this.versions = versions;
        this.reasons = reasons;
        this.clock = clock;
        this.ticker = ticker;
        this.held = Caffeine.newBuilder()
                .maximumWeight(HEAVIEST)
                .recordStats()
                .weigher((BranchId _, Held entry) -> entry.schedule().weight())
                .build();
        this.committed = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(ticker)
                .build();
        this.uncommitted = new Uncommitted<>(this::committed);
    }

    /** At most two seconds old, and never older than what this instance or this transaction has written. */
    public Optional<BranchSchedule> recent(BranchId branch) {
        if (uncommitted.contains(branch)) {
            return confirm(branch);
        }
        var known = believed(branch);
        if (known != null) {
            return Optional.of(known);
        }
        var read = reads.read(branch, () -> confirm(branch));
        // What was read together may have been read before a change that this caller knows of.
        return read.isEmpty() || isCurrentHere(read.get()) ? read : confirm(branch);
    }

    public boolean holds(BranchId branch) {
        return held.getIfPresent(branch) != null;
    }

    /** Tells that the current transaction has given the schedule this version. */
    public void changed(BranchId branch, long version) {
        uncommitted.add(branch, version);
    }

    /** How well memory serves: {@code cache.gets}, {@code cache.size} and their like, tagged {@code cache="branches.schedules"}. */
    @Override
    public void bindTo(MeterRegistry registry) {
        new CaffeineCacheMetrics<>(held, "branches.schedules", Tags.empty()).bindTo(registry);
    }

    private @Nullable BranchSchedule believed(BranchId branch) {
        var entry = held.getIfPresent(branch);
        return entry != null
                        && ticker.read() - entry.confirmedAt() < BELIEVED.toNanos()
                        && isCurrentHere(entry.schedule())
                ? entry.schedule()
                : null;
    }

    /** As the database has it now, the reasons too. */
    public Optional<BranchSchedule> confirm(BranchId branch) {
        var asked = ticker.read();
        var now = versions.of(branch);
        reasons.confirm(now.reasons(), asked);
        if (uncommitted.contains(branch)) {
            return read(branch);
        }
        var version = now.schedule();
        if (version == null) {
            held.invalidate(branch);
            return Optional.empty();
        }
        var entry = held.getIfPresent(branch);
        if (entry != null && entry.schedule().version() == version) {
            keep(new Held(entry.schedule(), asked));
            return Optional.of(entry.schedule());
        }
        var read = read(branch);
        read.ifPresent(schedule -> keep(new Held(schedule, asked)));
        return read;
    }

    private Optional<BranchSchedule> read(BranchId branch) {
        return reader.schedule(
                branch, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_BACK));
    }

    /** Versions of one branch grow in the order in which they are committed, so the greater one is the newer one. */
    private void keep(Held entry) {
        held.asMap()
                .merge(
                        entry.schedule().id(),
                        entry,
                        (before, after) ->
                                before.schedule().version() > after.schedule().version() ? before : after);
    }

    private boolean isCurrentHere(BranchSchedule schedule) {
        var least = committed.getIfPresent(schedule.id());
        return least == null || schedule.version() >= least;
    }

    private void committed(BranchId branch, long version) {
        committed.asMap().merge(branch, version, Math::max);
    }
}
