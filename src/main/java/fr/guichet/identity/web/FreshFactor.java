package fr.guichet.identity.web;

import fr.guichet.identity.signin.SignInProperties;
import fr.guichet.identity.signin.StrongAuthentication;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whether a factor was proven a short while ago, as acts ask that an open session left alone must not allow. */
@Component
class FreshFactor {

    private final AuthorizationManager<Object> fresh;
    private final SignInProperties properties;

    FreshFactor(SignInProperties properties, Clock clock) {
        this.properties = properties;
        this.fresh = StrongAuthentication.fresh(properties.fresh(), clock);
    }

    /** For whoever makes the request at hand. */
    boolean isProven() {
        var decision = fresh.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), this);
        return decision != null && decision.isGranted();
    }

    /** Until when it counts; in the past when it does not any more. */
    Instant until(Authentication authentication) {
        return StrongAuthentication.lastProven(authentication.getAuthorities()).plus(properties.fresh());
    }
}
