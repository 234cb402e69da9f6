package fr.guichet.identity.sessions.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions in Redis, found by account. For each account there is a sorted set of its sessions' identifiers by the time at which they
 * end. An entry goes when its time is over, the set with the last one, and one whose session has gone before means nothing: so Redis
 * need not tell anybody what expires, and nothing has to tidy up.
 */
final class RedisSessions<S extends Session> implements FindByIndexNameSessionRepository<S> {

    /** The clocks of two instances are this far apart at most. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final SessionRepository<S> stored;
    private final StringRedisTemplate redis;
    private final RedisGate gate;
    private final Duration longestIdle;
    private final Clock clock;

    /**
     * Finds them.
     *
     * @param longestIdle after which every session ends that was not used
     */
    RedisSessions(
            SessionRepository<S> stored, StringRedisTemplate redis, RedisGate gate, Duration longestIdle, Clock clock) {
        this.stored = stored;
        this.redis = redis;
        this.gate = gate;
        this.longestIdle = longestIdle;
        this.clock = clock;
    }

    @Override
    public S createSession() {
        return stored.createSession();
    }

    /** The index first: an entry without a session is harmless, a session that its owner cannot see and end is not. */
    @Override
    public void save(S session) {
        gate.ask(() -> {
            var account = SessionStorage.account(session);
            if (account != null) {
                index(account, session);
            }
            store(session);
            return true;
        });
    }

    private void index(String account, S session) {
        var key = indexKey(account);
        var ends = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
        redis.opsForZSet().add(key, session.getId(), (double) ends.toEpochMilli());
        redis.opsForZSet().removeRangeByScore(key, 0, (double)
                clock.instant().minus(CLOCKS).toEpochMilli());
        redis.expire(key, longestIdle.plus(CLOCKS));
    }

    private void store(S session) {
        try {
            stored.save(session);
        } catch (IllegalStateException _) {
            // Another request has ended it, or gave it a new identifier, while this one ran: so it stays.
        }
    }

    @Override
    public @Nullable S findById(String id) {
        return gate.<@Nullable S>ask(() -> stored.findById(id));
    }

    @Override
    public void deleteById(String id) {
        gate.ask(() -> {
            stored.deleteById(id);
            return true;
        });
    }

    @Override
    public Map<String, S> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        if (!indexName.equals(PRINCIPAL_NAME_INDEX_NAME)) {
            return Map.of();
        }
        return gate.ask(() -> Optional.ofNullable(redis.opsForZSet().range(indexKey(indexValue), 0, -1)).stream()
                .flatMap(ids -> ids.stream())
                .map(stored::findById)
                .filter(Objects::nonNull)
                .filter(session -> indexValue.equals(SessionStorage.account(session)))
                .collect(Collectors.toMap(Session::getId, session -> session)));
    }

    private static String indexKey(String account) {
        return RedisSessionStorage.NAMESPACE + ":sessions-of:" + account;
    }
}
