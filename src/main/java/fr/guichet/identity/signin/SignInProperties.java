package fr.guichet.identity.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sign-in behaves. That five failures lock an account is law (Delegated Regulation (EU) 2018/389, article 4(3)(b)) and no
 * setting.
 *
 * @param lockFor how long an account stays locked after the fifth failure
 * @param hashingThreads passwords hashed at the same time, 19 MiB each; one for each processor when absent
 * @param hashingQueue sign-ins that may wait for each of these threads; beyond, people are asked to come back in a moment
 * @param maximumAge age at which a session ends however busy it is
 */
@ConfigurationProperties("guichet.sign-in")
public record SignInProperties(
        @DefaultValue("15m") Duration lockFor,
        @Nullable Integer hashingThreads,
        @DefaultValue("50") int hashingQueue,
        @DefaultValue("12h") Duration maximumAge) {

    public SignInProperties {
        if (lockFor.isNegative()
                || lockFor.isZero()
                || hashingQueue < 1
                || (hashingThreads != null && hashingThreads < 1)) {
            throw new IllegalArgumentException(
                    "guichet.sign-in: lock-for, hashing-threads and hashing-queue are positive");
        }
    }

    int threads() {
        return hashingThreads != null ? hashingThreads : Runtime.getRuntime().availableProcessors();
    }
}
