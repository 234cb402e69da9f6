package fr.guichet.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.guichet.platform.keys.Keys;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Buckets of tokens that all instances take from. They lie in the database under a digest of whom they are for: no address and no
 * account can be read from the table.
 */
@Component
public class RateLimits {

    private static final int MOST_REMEMBERED = 50_000;

    /** An instance forgets a bucket long before the database does: the library fails when one vanishes under it. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofHours(2);
    private static final int SWEPT_AT_ONCE = 1_000;

    /** What an instance may count for itself before it settles with the others. */
    private static final Optimization SETTLED_LATER =
            Optimizations.delaying(new DelayParameters(100, Duration.ofSeconds(5)));

    /** How many may be counted in the database at once, so that a crowd leaves the other connections to those who are served. */
    private static final int COUNTED_AT_ONCE = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final Keys keys;
    private final Semaphore inTheDatabase = new Semaphore(COUNTED_AT_ONCE);

    /** Those that count for themselves must be kept between requests. */
    private final Cache<Counted, BucketProxy> counting = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(REMEMBERED)
            .build();

    /**
     * Until when (by {@link System#nanoTime()}) those have to wait who were refused. No token can come before that, so the rest of a
     * crowd is refused without the database, where they would all queue for one row.
     */
    private final Cache<Counted, Long> refused =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    RateLimits(DataSource database, Keys keys) {
        this.keys = keys;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("platform.rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(KEPT))
                .build();
    }

    private record Counted(RateLimit limit, String whom) {}

    /**
     * Takes one token. Not to be called in a transaction: it has one of its own.
     *
     * @param whom an address or an account, whatever the limit is about
     * @return empty when there was one; else how long it takes until there is one again
     * @throws DataAccessResourceFailureException when the database is away and the limit is exact; one that is not lets everyone
     *     through then: who needs the database will find that it is away
     */
    public Optional<Duration> take(RateLimit limit, String whom) {
        var counted = new Counted(limit, whom);
        return stillRefused(counted).or(() -> ask(counted));
    }

    private Optional<Duration> stillRefused(Counted counted) {
        return Optional.ofNullable(refused.getIfPresent(counted))
                .map(until -> until - System.nanoTime())
                .filter(left -> left > 0)
                .map(Duration::ofNanos);
    }

    private Optional<Duration> ask(Counted counted) {
        try {
            var left = counted.limit().exact()
                    ? takeExactly(counted)
                    : settledLater(counted).tryConsumeAndReturnRemaining(1);
            if (left.isConsumed()) {
                return Optional.empty();
            }
            refused.put(counted, System.nanoTime() + left.getNanosToWaitForRefill());
            return Optional.of(Duration.ofNanos(left.getNanosToWaitForRefill()));
        } catch (BucketExecutionException e) {
            if (counted.limit().exact()) {
                throw new DataAccessResourceFailureException("Limits cannot be counted", e);
            }
            return Optional.empty();
        }
    }

    private ConsumptionProbe takeExactly(Counted counted) {
        return inTheDatabase(() -> buckets.builder()
                .build(id(counted), () -> configuration(counted.limit()))
                .tryConsumeAndReturnRemaining(1));
    }

    private BucketProxy settledLater(Counted counted) {
        return counting.get(counted, _ -> {
            var id = id(counted);
            // Made before it is counted in: of many who ask at once for a bucket that is not there, the library serves
            // one.
            inTheDatabase(() -> buckets.builder()
                    .build(id, () -> configuration(counted.limit()))
                    .getAvailableTokens());
            return buckets.builder().withOptimization(SETTLED_LATER).build(id, () -> configuration(counted.limit()));
        });
    }

    private <T> T inTheDatabase(Supplier<T> work) {
        try {
            if (!inTheDatabase.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BucketExecutionException("Too many are counted at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BucketExecutionException(e);
        }
        try {
            return work.get();
        } finally {
            inTheDatabase.release();
        }
    }

    /** Forgets buckets that are full again. */
    void sweep() {
        while (buckets.removeExpired(SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            // There may be more.
        }
    }

    private static BucketConfiguration configuration(RateLimit limit) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit.most())
                        .refillGreedy(limit.most(), limit.period())
                        .build())
                .build();
    }

    /** With the limit itself in it: when the setting changes, everyone begins with a new bucket. */
    private String id(Counted counted) {
        var limit = counted.limit();
        var named = "limit\n%s\n%d\n%s\n%s".formatted(limit.name(), limit.most(), limit.period(), counted.whom());
        try {
            var digest = keys.codes().computeMac(named.getBytes(StandardCharsets.UTF_8));
            return limit.name() + ':' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
