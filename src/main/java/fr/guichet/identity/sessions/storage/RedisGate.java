package fr.guichet.identity.sessions.storage;

import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.ProblemException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/**
 * The way to Redis. While it is away one request at a time tries whether it is back, and all others are told at once that it is not:
 * a server that hangs would else make each of them wait.
 */
final class RedisGate {

    /** 503: it cannot be seen whether anybody is signed in; asking again later is harmless. */
    static final Problem SESSIONS_UNAVAILABLE = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sessions-unavailable");

    private static final Logger LOG = LoggerFactory.getLogger(RedisGate.class);

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean trying = new AtomicBoolean();

    /**
     * Asks Redis.
     *
     * @throws ProblemException {@link #SESSIONS_UNAVAILABLE} when it does not answer, or answers that it cannot
     */
    <T extends @Nullable Object> T ask(Supplier<T> question) {
        if (!away.get()) {
            return answer(question);
        }
        if (!trying.compareAndSet(false, true)) {
            throw SESSIONS_UNAVAILABLE.exception();
        }
        try {
            return answer(question);
        } finally {
            trying.set(false);
        }
    }

    private <T extends @Nullable Object> T answer(Supplier<T> question) {
        try {
            var answer = question.get();
            if (away.compareAndSet(true, false)) {
                LOG.info("Redis is back; sessions can be read again");
            }
            return answer;
        } catch (DataAccessException failure) {
            if (away.compareAndSet(false, true)) {
                LOG.warn("Redis is away, nobody can sign in or be recognised: {}", summary(failure));
            }
            throw SESSIONS_UNAVAILABLE.exception();
        }
    }

    /** Class and the code Redis gave, such as WRONGPASS or OOM; the rest of the message may quote what was sent. */
    private static String summary(DataAccessException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        var code = String.valueOf(cause.getMessage()).split(" ", 2)[0];
        return code.chars().allMatch(Character::isUpperCase)
                ? cause.getClass().getSimpleName() + " " + code
                : cause.getClass().getSimpleName();
    }
}
