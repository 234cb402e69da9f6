package fr.guichet.identity.sessions.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.identity.sessions.SessionCodec;
import fr.guichet.shared.AccountId;
import fr.guichet.testing.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;

/** Sessions in Redis. */
class RedisSessionStoreTests extends SessionStoreContract {

    private static final String LAST_USED = "lastAccessedTime";
    private static final String ATTRIBUTE = "sessionAttr:";

    private final RedisServer redis = new RedisServer();

    @Override
    List<String> arguments() {
        return redis.arguments();
    }

    @AfterAll
    void closeRedis() {
        redis.close();
    }

    @Test
    void theDatabaseHoldsNone() {
        signedIn(0);

        assertThat(here().getBean(JdbcClient.class)
                        .sql("select count(*) from platform.spring_session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingStaysForEver() {
        signedIn(0);
        signedIn(1).delete("/api/session");

        for (var key : keys("guichet:*")) {
            assertThat(redis.inside().getExpire(key)).as(key).isBetween(1L, 16 * 60L);
        }
    }

    @Test
    void anEntryOfASessionThatIsOverLeavesTheIndex() {
        signedIn(0);
        var index = "guichet:sessions-of:" + marie();
        redis.inside().opsForZSet().add(index, "over", (double)
                Instant.now().minusSeconds(120).toEpochMilli());
        redis.inside().opsForZSet().add(index, "gone", (double)
                Instant.now().plusSeconds(120).toEpochMilli());

        var desk = signedIn(1);

        assertThat(redis.inside().opsForZSet().range(index, 0, -1))
                .contains("gone")
                .doesNotContain("over")
                .hasSize(3);
        assertThat(listed(desk)).as("one without a session means nothing").hasSize(2);
    }

    @Test
    void theIndexGoesWithItsLastSession() {
        signedIn(0);
        var index = "guichet:sessions-of:" + marie();
        assertThat(redis.inside().getExpire(index)).isPositive();
        redis.inside().expire(key(marie()), Duration.ofMillis(1));
        redis.inside().expire(index, Duration.ofMillis(1));

        await().until(() -> keys("guichet:*" + marie()).isEmpty());
        assertThat(listed(signedIn(1))).hasSize(1);
    }

    @Test
    void halfASessionIsNobodys() {
        var desk = signedIn(0);
        redis.inside().opsForHash().delete(key(marie()), "creationTime");

        assertThat(isSignedIn(desk)).isFalse();
    }

    @Test
    void aSessionEndedWhileItIsUsedStaysEnded() {
        var desk = signedIn(0);
        var key = key(marie());
        age(marie(), Duration.ofSeconds(31));
        var id = key.substring(key.lastIndexOf(':') + 1);
        var sessions = here().getBean(RedisSessions.class);
        var read = Objects.requireNonNull(sessions.findById(id));

        assertThat(signedIn(1).delete("/api/sessions").statusCode()).isEqualTo(204);
        read.setLastAccessedTime(Instant.now());
        save(sessions, read);

        assertThat(isSignedIn(desk)).isFalse();
        assertThat(redis.inside().hasKey(key)).isFalse();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type of a session is Spring Session's secret
    private static void save(RedisSessions sessions, Session session) {
        sessions.save(session);
    }

    @Override
    Map<String, byte[]> written(AccountId account) {
        var fields = redis.inside().execute((RedisCallback<Map<byte[], byte[]>>)
                connection -> connection.hashCommands().hGetAll(key(account).getBytes(UTF_8)));
        var written = new HashMap<String, byte[]>();
        Optional.ofNullable(fields).orElseThrow().forEach((name, value) -> {
            var field = new String(name, UTF_8);
            written.put(field.startsWith(ATTRIBUTE) ? field.substring(ATTRIBUTE.length()) : field, value);
        });
        return written;
    }

    @Override
    void overwrite(AccountId account, String attribute, byte[] bytes) {
        set(account, ATTRIBUTE + attribute, bytes);
    }

    /** As Redis would have it by then: it removes a session itself when nobody has used it. */
    @Override
    void age(AccountId account, Duration unused) {
        var used =
                (Long) SessionCodec.read(Objects.requireNonNull(written(account).get(LAST_USED)))
                        .orElseThrow();
        set(account, LAST_USED, SessionCodec.write(used - unused.toMillis()));
    }

    private void set(AccountId account, String field, byte[] bytes) {
        redis.inside().execute((RedisCallback<Boolean>) connection ->
                connection.hashCommands().hSet(key(account).getBytes(UTF_8), field.getBytes(UTF_8), bytes));
    }

    /** Of the one session that the account has. */
    private String key(AccountId account) {
        return Optional.ofNullable(redis.inside().opsForZSet().range("guichet:sessions-of:" + account, 0, -1)).stream()
                .flatMap(ids -> ids.stream())
                .map(id -> "guichet:sessions:" + id)
                .filter(key -> Boolean.TRUE.equals(redis.inside().hasKey(key)))
                .reduce((one, other) -> {
                    throw new IllegalStateException("The account has several sessions");
                })
                .orElseThrow();
    }

    private Set<String> keys(String pattern) {
        return redis.inside().keys(pattern);
    }
}
