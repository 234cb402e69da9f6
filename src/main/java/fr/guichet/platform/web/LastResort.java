package fr.guichet.platform.web;

import fr.guichet.platform.database.DatabaseFailures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Catches what filters let fall, such as a session that cannot be read while the database is away, and answers like the controllers
 * do. Nothing gets past it to Tomcat, which would forward to an error page through the very filters that have just failed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LastResort extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

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
            if (response.isCommitted() && DatabaseFailures.isAway(failure)) {
                LOG.warn(
                        "{} was answered before the database was gone; what was left to do was not done: {}",
                        request.getMethod(),
                        DatabaseFailures.summary(failure));
                return;
            }
            if (response.isCommitted() || isGone(failure)) {
                throw failure;
            }
            renderer.write(answers.to(failure, request).problem(), request, response);
        }
    }

    /**
     * Whether the caller hung up. The class of the exception decides, not its cause: a broken pipe may be the database's, and one who
     * sent nonsense is still there to be told.
     */
    static boolean isGone(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException);
    }
}
