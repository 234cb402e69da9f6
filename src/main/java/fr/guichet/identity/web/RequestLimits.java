package fr.guichet.identity.web;

import fr.guichet.platform.limits.RateLimit;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask, {@code guichet.limits.*}. Generous enough for a whole branch behind one address, and for a person in a
 * hurry; far below what a program tries.
 *
 * @param everything requests a minute of one account, or of one address where nobody is signed in
 * @param signIn steps of signing in or confirming a minute from one address
 * @param recovery links for forgotten passwords an hour from one address
 * @param search searches for customers or in the audit trail a minute by one account
 * @param export files taken away or brought in an hour by one account
 */
@ConfigurationProperties("guichet.limits")
record RequestLimits(
        @DefaultValue("1200") int everything,
        @DefaultValue("120") int signIn,
        @DefaultValue("30") int recovery,
        @DefaultValue("120") int search,
        @DefaultValue("60") int export) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    RateLimit ofEverything() {
        return new RateLimit("everything", everything, MINUTE, false);
    }

    /** The limit that an operation has besides; empty for most. */
    Optional<RateLimit> of(String operation) {
        return Optional.ofNullable(
                switch (operation) {
                    case "signIn",
                            "enterCode",
                            "sendCode",
                            "askPasskey",
                            "signInWithPasskey",
                            "sendRecoveryCode",
                            "choosePassword",
                            "confirmByCode",
                            "confirmByPasskey",
                            "startSignOn",
                            "returnFromSignOn" -> new RateLimit("sign-in", signIn, MINUTE, true);
                    case "askForPasswordLink" -> new RateLimit("recovery", recovery, HOUR, true);
                    case "searchCustomers", "searchAuditTrail" -> new RateLimit("search", search, MINUTE, true);
                    case "exportNetwork", "importNetwork", "exportAuditTrail" ->
                        new RateLimit("export", export, HOUR, true);
                    default -> null;
                });
    }
}
