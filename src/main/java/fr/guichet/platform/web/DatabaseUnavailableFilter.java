package fr.guichet.platform.web;

import fr.guichet.platform.database.DatabaseWatch;
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
 * Answers every operation with 503 at once while the database is known to be away, before anything (a session, a connection) is
 * waited for. Those who were caught in the moment it went are answered by {@link LastResort} and {@link ProblemAdvice}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class DatabaseUnavailableFilter extends OncePerRequestFilter {

    private final DatabaseWatch watch;
    private final ProblemRenderer renderer;

    DatabaseUnavailableFilter(DatabaseWatch watch, ProblemRenderer renderer) {
        this.watch = watch;
        this.renderer = renderer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watch.isAway()) {
            renderer.write(Problems.databaseUnavailable(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
