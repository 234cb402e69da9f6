package fr.guichet.platform.web.edge;

import fr.guichet.platform.web.BodyLimit;
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
 * Counts the bytes of every body while they are read, and stops at the limit, whether the caller announced a length or sends in
 * chunks. Nothing is buffered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class RequestBodies extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RequestBodies.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var measured = new MeasuredRequest(request, BodyLimit.USUAL);
        request.setAttribute(ATTRIBUTE, measured);
        chain.doFilter(measured, response);
    }

    /** Sets what the operation takes, once it is known, and refuses a body that says itself that it is larger. */
    static void limit(HttpServletRequest request, long bytes) {
        if (request.getAttribute(ATTRIBUTE) instanceof MeasuredRequest measured) {
            measured.limit(bytes);
        }
        if (request.getContentLengthLong() > bytes) {
            throw MeasuredRequest.tooLarge();
        }
    }

    /** SHA-256 of the body as far as it has been read; of nothing if there was none. */
    public static byte[] digest(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof MeasuredRequest measured ? measured.digest() : new byte[0];
    }
}
