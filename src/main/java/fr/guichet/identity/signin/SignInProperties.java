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
 * @param maximumAge age at which a session ends however busy it is; at most 180 days, after which strong authentication is renewed
 *     (article 10 of the same, as amended by Delegated Regulation (EU) 2022/2360)
 * @param idle time without activity after which a session ends
 * @param idleWithAccountData the same once account or health data was shown; at most 5 minutes, by article 4(3)(d)
 * @param fresh how long ago a factor may have been proven for acts that need one proven anew
 */
@ConfigurationProperties("guichet.sign-in")
public record SignInProperties(
        @DefaultValue("15m") Duration lockFor,
        @Nullable Integer hashingThreads,
        @DefaultValue("50") int hashingQueue,
        @DefaultValue("12h") Duration maximumAge,
        @DefaultValue("15m") Duration idle,
        @DefaultValue("5m") Duration idleWithAccountData,
        @DefaultValue("5m") Duration fresh) {

    private static final Duration LONGEST_AGE = Duration.ofDays(180);
    private static final Duration LONGEST_IDLE_WITH_ACCOUNT_DATA = Duration.ofMinutes(5);

    public SignInProperties {
        if (lockFor.isNegative()
                || lockFor.isZero()
                || hashingQueue < 1
                || (hashingThreads != null && hashingThreads < 1)) {
            throw new IllegalArgumentException(
                    "guichet.sign-in: lock-for, hashing-threads and hashing-queue are positive");
        }
        within("maximum-age", maximumAge, LONGEST_AGE);
        within("idle", idle, maximumAge);
        within("idle-with-account-data", idleWithAccountData, LONGEST_IDLE_WITH_ACCOUNT_DATA);
        within("fresh", fresh, maximumAge);
    }

    private static void within(String name, Duration value, Duration most) {
        if (!value.isPositive() || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("guichet.sign-in.%s is positive and at most %s".formatted(name, most));
        }
    }

    int threads() {
        return hashingThreads != null ? hashingThreads : Runtime.getRuntime().availableProcessors();
    }
}
