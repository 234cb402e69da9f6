package fr.guichet.identity.sessions.storage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells requests that a person made from those that a page makes by itself: its live stream, asking who is signed in, and what it
 * marks with {@code Guichet-Activity: none} because nobody has touched it for a while. Only the former keep a session alive; a page
 * left open would never end otherwise.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // before the session is fetched
class PresenceFilter extends OncePerRequestFilter {

    static final String HEADER = "Guichet-Activity";

    @SuppressWarnings("ThreadLocalUsage") // there is one of this in a program, and it is typed
    private static final ThreadLocal<Boolean> ABSENT = ThreadLocal.withInitial(() -> false);

    /** Whether somebody is behind the request that this thread answers. */
    static boolean somebodyIsThere() {
        return !ABSENT.get();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOfThePageItself(request)) {
            chain.doFilter(request, response);
            return;
        }
        ABSENT.set(true);
        try {
            chain.doFilter(request, response);
        } finally {
            ABSENT.remove();
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static boolean isOfThePageItself(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/api/live")
                || (request.getMethod().equals("GET") && path.equals("/api/session"))
                || "none".equals(request.getHeader(HEADER));
    }
}
