package fr.guichet.platform.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of live updates.
 *
 * @param heartbeat how often something is written to a stream where nothing happens, so that proxies keep it and the dead are found
 * @param recheck how often the rights of whoever watches are looked at again
 * @param mostStreams open at once on one instance
 * @param mostPerSession open at once for one session: tabs
 */
@ConfigurationProperties("guichet.live")
record LiveProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("60s") Duration recheck,
        @DefaultValue("4000") int mostStreams,
        @DefaultValue("12") int mostPerSession) {}
