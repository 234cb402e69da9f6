package fr.guichet.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit trail is kept.
 *
 * @param sealEvery how long a new entry waits to be sealed, at most, while nobody holds a transaction open
 * @param checkpoints the folder outside the database in which it is noted how far the trail went
 * @param keepFor how long entries are kept: up to three years for internal control (CNIL, recommendation on logging of October
 *     2021)
 */
@ConfigurationProperties("guichet.audit")
public record AuditProperties(
        @DefaultValue("2s") Duration sealEvery,
        Path checkpoints,
        @DefaultValue("3y") Period keepFor) {

    public AuditProperties {
        if (sealEvery.isNegative() || sealEvery.isZero()) {
            throw new IllegalArgumentException("guichet.audit.seal-every must be longer than nothing");
        }
        if (keepFor.isNegative() || keepFor.isZero()) {
            throw new IllegalArgumentException("guichet.audit.keep-for must be longer than nothing");
        }
    }
}
