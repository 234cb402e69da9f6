package fr.guichet.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes where each operation was asked from; pages and pictures are nobody's operation. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestOrigins extends OncePerRequestFilter {

    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_DEVICE = 300;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestOrigin.begin(new RequestOrigin(
                cut(request.getRemoteAddr(), LONGEST_ADDRESS),
                device(request.getHeader(HttpHeaders.USER_AGENT)),
                RequestIds.of(request)));
        try {
            chain.doFilter(request, response);
        } finally {
            RequestOrigin.end();
        }
    }

    private static @Nullable String device(@Nullable String said) {
        return said == null || said.isBlank() ? null : cut(said, LONGEST_DEVICE);
    }

    /** A database keeps no null characters, and a person reads no control characters. */
    private static String cut(String text, int length) {
        var clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
