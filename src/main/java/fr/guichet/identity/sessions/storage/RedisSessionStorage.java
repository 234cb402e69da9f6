package fr.guichet.identity.sessions.storage;

import fr.guichet.identity.sessions.SessionCodec;
import fr.guichet.identity.signin.SignInProperties;
import fr.guichet.platform.web.ProblemException;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.session.autoconfigure.SessionTimeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisConnectionCommands;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.MapSession;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.annotation.web.http.SpringHttpSessionConfiguration;
import org.springframework.session.data.redis.RedisSessionMapper;
import org.springframework.session.data.redis.RedisSessionRepository;

/**
 * How sessions lie in Redis, where that is chosen; otherwise nothing of Redis is set up, which would cost time at each start. Where it
 * is: {@code spring.data.redis}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "guichet.sessions.store", havingValue = "redis")
@Import({DataRedisAutoConfiguration.class, SpringHttpSessionConfiguration.class})
class RedisSessionStorage {

    /** What all our keys begin with. */
    static final String NAMESPACE = "guichet";

    private static final Duration RECONNECT = Duration.ofMillis(500);

    /** Not Spring Session's own index, which wants Redis to tell of keys that expire: many services do not let one ask for that. */
    @Bean
    RedisSessions<?> redisSessions(
            RedisConnectionFactory connections,
            StringRedisTemplate index,
            RedisGate gate,
            SessionTimeout timeout,
            SessionIdGenerator identifiers,
            SignInProperties signIn,
            Clock clock) {
        var sessions = new RedisSessionRepository(template(connections));
        sessions.setSessionIdGenerator(identifiers);
        sessions.setRedisKeyNamespace(NAMESPACE);
        sessions.setRedisSessionMapper(RedisSessionStorage::session);
        if (timeout.getTimeout() != null) {
            sessions.setDefaultMaxInactiveInterval(timeout.getTimeout());
        }
        return new RedisSessions<>(sessions, index, gate, signIn.idle(), clock);
    }

    @Bean
    RedisGate redisGate() {
        return new RedisGate();
    }

    /** Spring Boot's own would write a stack trace whenever it is asked during an outage. */
    @Bean("redis")
    HealthIndicator redisHealth(RedisGate gate, StringRedisTemplate redis) {
        return () -> {
            try {
                gate.ask(() -> redis.execute((RedisCallback<String>) RedisConnectionCommands::ping));
                return Health.up().build();
            } catch (ProblemException _) {
                return Health.down().build();
            }
        };
    }

    /** Who asks while the connection is broken is told at once, instead of waiting for it to be mended. */
    @Bean
    LettuceClientOptionsBuilderCustomizer noWaitingForConnections() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    /** Left to itself, it would try less and less often. */
    @Bean
    ClientResourcesBuilderCustomizer steadyReconnecting() {
        return resources -> resources.reconnectDelay(Delay.constant(RECONNECT));
    }

    private static RedisTemplate<String, Object> template(RedisConnectionFactory connections) {
        var template = new RedisTemplate<String, Object>();
        template.setConnectionFactory(connections);
        template.setKeySerializer(RedisSerializer.string());
        template.setHashKeySerializer(RedisSerializer.string());
        template.setHashValueSerializer(new Attributes());
        template.afterPropertiesSet();
        return template;
    }

    /** Null when something is missing or of another kind than it was written. */
    private static @Nullable MapSession session(String id, Map<String, Object> fields) {
        try {
            return new RedisSessionMapper().apply(id, fields);
        } catch (IllegalStateException | ClassCastException e) {
            SessionStorage.dropped();
            return null;
        }
    }

    private static final class Attributes implements RedisSerializer<Object> {

        private static final byte[] REMOVED = {};

        @Override
        public byte[] serialize(@Nullable Object attribute) {
            return attribute == null ? REMOVED : SessionCodec.write(attribute);
        }

        @Override
        public @Nullable Object deserialize(byte @Nullable [] bytes) {
            return bytes == null || bytes.length == 0 ? null : SessionStorage.read(bytes);
        }
    }
}
