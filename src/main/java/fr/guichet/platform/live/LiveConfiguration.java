package fr.guichet.platform.live;

import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Settings of live updates, and what must be said about them elsewhere. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

    /** A stream lasts for hours: among the times of requests it would hide all others. */
    @Bean
    ObservationPredicate requestsThatEnd() {
        return (name, context) ->
                !(context instanceof ServerRequestObservationContext observed) || ends(observed.getCarrier());
    }

    private static boolean ends(@Nullable HttpServletRequest request) {
        return request == null || !request.getRequestURI().startsWith("/api/live");
    }
}
