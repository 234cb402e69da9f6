package fr.guichet.identity.web;

import fr.guichet.identity.factors.Messenger;
import fr.guichet.identity.signin.CodeSignIn;
import fr.guichet.identity.signin.SignInProperties;
import fr.guichet.identity.signon.BankSignOn;
import fr.guichet.identity.signon.SignOnProperties;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.platform.time.RealTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Says who is here and for how long. */
@Component
class SessionViews {

    private final SignedInAccounts signedIn;
    private final CodeSignIn codes;
    private final SignInCookies cookies;
    private final Messenger messenger;
    private final FreshFactor fresh;
    private final SignInProperties properties;
    private final SignOnProperties ways;
    private final BankSignOn signOn;
    private final Clock clock;

    SessionViews(
            SignedInAccounts signedIn,
            CodeSignIn codes,
            SignInCookies cookies,
            Messenger messenger,
            FreshFactor fresh,
            SignInProperties properties,
            SignOnProperties ways,
            BankSignOn signOn,
            Clock clock) {
        this.signedIn = signedIn;
        this.codes = codes;
        this.cookies = cookies;
        this.messenger = messenger;
        this.fresh = fresh;
        this.properties = properties;
        this.ways = ways;
        this.signOn = signOn;
        this.clock = clock;
    }

    SessionView of(HttpServletRequest request) {
        var account = signedIn.account();
        return new SessionView(
                account.isPresent(),
                account.isEmpty()
                        && cookies.of(Kind.SIGN_IN, request)
                                .filter(codes::isAwaited)
                                .isPresent(),
                messenger.page().orElse(null),
                account.map(SessionView.Account::of).orElse(null),
                account.isPresent() ? times(request) : null,
                at(clock.instant()),
                ways.isOffered(),
                ways.customers().local() || ways.staff().local(),
                cookies.of(Kind.SIGN_ON, request).flatMap(signOn::awaitingLink).orElse(null));
    }

    private SessionView.@Nullable Times times(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var session = request.getSession(false);
        var principal = signedIn.current();
        if (authentication == null || session == null || principal.isEmpty()) {
            return null;
        }
        var latest = principal.get().signedInAt().plus(properties.maximumAge());
        var idle = clock.instant().plus(unused(session));
        return new SessionView.Times(
                at(idle.isBefore(latest) ? idle : latest), at(latest), at(fresh.until(authentication)));
    }

    /** How long the session lasts if nothing is done. Sessions are kept by the real clock, whatever day {@code guichet.clock} plays. */
    private static Duration unused(HttpSession session) {
        var end = Instant.ofEpochMilli(session.getLastAccessedTime()).plusSeconds(session.getMaxInactiveInterval());
        return Duration.between(RealTime.now(), end);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
