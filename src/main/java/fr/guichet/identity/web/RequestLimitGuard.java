package fr.guichet.identity.web;

import fr.guichet.platform.limits.RateLimits;
import fr.guichet.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns away those who ask more often than a person does (429). Whoever is signed in is counted by account, a system by its name,
 * others by address; of an IPv6 address the
 * network counts, because one household has a whole one.
 */
@Component
@EnableConfigurationProperties(RequestLimits.class)
class RequestLimitGuard implements HandlerInterceptor {

    private static final int NETWORK_BYTES = 8;

    private final RateLimits limits;
    private final RequestLimits settings;
    private final SignedInAccounts signedIn;

    RequestLimitGuard(RateLimits limits, RequestLimits settings, SignedInAccounts signedIn) {
        this.limits = limits;
        this.settings = settings;
        this.signedIn = signedIn;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && Operations.isOne(method)) {
            wait(method.getMethod().getName(), request).ifPresent(wait -> {
                throw Problems.tooManyRequests(wait).exception();
            });
        }
        return true;
    }

    /** Counts a request; how long to wait if it is one too many. */
    Optional<Duration> wait(String operation, HttpServletRequest request) {
        var whom = whom(request);
        return limits.take(settings.ofEverything(), whom)
                .or(() -> settings.of(operation).flatMap(limit -> limits.take(limit, whom)));
    }

    private String whom(HttpServletRequest request) {
        return signedIn.name().orElseGet(() -> network(request.getRemoteAddr()));
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
