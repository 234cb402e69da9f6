package fr.guichet.branches.caching;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.VisitReason;
import fr.guichet.branches.persistence.ReasonRows;
import fr.guichet.branches.persistence.ScheduleVersions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The reasons for a visit in memory, all together, by the same rule as schedules: believed for two seconds, then compared. */
@Component
public class ReasonCache {

    private static final Duration BELIEVED = Duration.ofSeconds(2);
    private static final String ALL = "reasons";

    private record Reasons(Map<ReasonId, VisitReason> byId, List<VisitReason> active, long version, long confirmedAt) {

        Reasons confirmed(long at) {
            return new Reasons(byId, active, version, at);
        }
    }

    private final ReasonRows rows;
    private final ScheduleVersions versions;
    private final Ticker ticker;
    private final AtomicReference<@Nullable Reasons> held = new AtomicReference<>();
    private final SharedReads<String, Reasons> reads = new SharedReads<>();
    private volatile long committed = Long.MIN_VALUE;
    private final Uncommitted<String> uncommitted = new Uncommitted<>((_, version) -> committed(version));

    @Autowired
    ReasonCache(ReasonRows rows, ScheduleVersions versions) {
        this(rows, versions, Ticker.systemTicker());
    }

    ReasonCache(ReasonRows rows, ScheduleVersions versions, Ticker ticker) {
        this.rows = rows;
        this.versions = versions;
        this.ticker = ticker;
    }

    public Optional<VisitReason> find(ReasonId reason) {
        return Optional.ofNullable(recent().byId().get(reason));
    }

    /** Those that can be booked, by code. */
    public List<VisitReason> active() {
        return recent().active();
    }

    /** Tells that the current transaction has given the reasons this version. */
    public void changed(long version) {
        uncommitted.add(ALL, version);
    }

    /** Tells what the database said their version is, when asked at that time of the ticker. */
    void confirm(long version, long askedAt) {
        if (!uncommitted.contains(ALL)) {
            current(version, askedAt);
        }
    }

    private Reasons recent() {
        var asked = ticker.read();
        if (uncommitted.contains(ALL)) {
            return read(versions.ofReasons(), asked);
        }
        var known = held.get();
        if (known != null && asked - known.confirmedAt() < BELIEVED.toNanos() && known.version() >= committed) {
            return known;
        }
        var read = reads.read(ALL, () -> current(versions.ofReasons(), asked));
        return read.version() >= committed ? read : current(versions.ofReasons(), asked);
    }

    private Reasons current(long version, long askedAt) {
        var known = held.get();
        return keep(known != null && known.version() == version ? known.confirmed(askedAt) : read(version, askedAt));
    }

    /** The version was asked for before: if a change came between, the list is newer than it says and is soon read again. */
    private Reasons read(long version, long askedAt) {
        var byId = new LinkedHashMap<ReasonId, VisitReason>();
        rows.all().forEach(reason -> byId.put(reason.id(), reason));
        var active = byId.values().stream().filter(VisitReason::active).toList();
        return new Reasons(Map.copyOf(byId), active, version, askedAt);
    }

    private Reasons keep(Reasons read) {
        held.accumulateAndGet(
                read,
                (before, after) ->
                        before == null || after == null || before.version() <= after.version() ? after : before);
        return read;
    }

    private synchronized void committed(long version) {
        committed = Math.max(committed, version);
    }
}
