package fr.guichet.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Catches what filters let fall, such as a session that cannot be read while the database is away, and answers like the controllers
 * do. Nothing gets past it to Tomcat, which would forward to an error page through the very filters that have just failed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LastResort extends OncePerRequestFilter {

    private final FailureAnswers answers;
    private final ProblemRenderer renderer;

    LastResort(FailureAnswers answers, ProblemRenderer renderer) {
        this.answers = answers;
        this.renderer = renderer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted() || isGone(failure)) {
                throw failure;
            }
            renderer.write(answers.to(failure, request).problem(), request, response);
        }
    }

    /** Whether the caller hung up. One who sent nonsense is told so; Tomcat's exceptions for the two look alike. */
    static boolean isGone(Throwable failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure)
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .noneMatch(BadRequestException.class::isInstance);
    }
}
