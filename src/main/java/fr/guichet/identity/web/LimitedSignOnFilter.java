package fr.guichet.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts what comes back from the bank's sign-on, which filters answer and so {@link RequestLimitGuard} does not see by itself: each may
 * cost a call to the provider.
 */
final class LimitedSignOnFilter extends OncePerRequestFilter {

    /** What happens to those who come too often. */
    @FunctionalInterface
    interface Refusal {

        void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final RequestMatcher requests;
    private final String operation;
    private final RequestLimitGuard limits;
    private final Refusal refusal;

    LimitedSignOnFilter(RequestMatcher requests, String operation, RequestLimitGuard limits, Refusal refusal) {
        this.requests = requests;
        this.operation = operation;
        this.limits = limits;
        this.refusal = refusal;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !requests.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limits.wait(operation, request).isPresent()) {
            refusal.refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
