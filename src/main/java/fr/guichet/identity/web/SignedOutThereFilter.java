package fr.guichet.identity.web;

import fr.guichet.identity.signon.SignOnLogout;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hears from the provider that somebody signed out there (OpenID Connect Back-Channel Logout). It is the provider's server that calls:
 * it has no cookie and no CSRF token, and proves by the signature of what it sends who it is.
 */
final class SignedOutThereFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SignedOutThereFilter.class);
    private static final int LONGEST = 16 * 1024;

    private final RequestMatcher requests;
    private final SignOnLogout logout;
    private final SignOnGate gate;

    SignedOutThereFilter(RequestMatcher requests, SignOnLogout logout, SignOnGate gate) {
        this.requests = requests;
        this.logout = logout;
        this.gate = gate;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !requests.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(heard(request.getParameter("logout_token")).value());
    }

    private HttpStatus heard(String token) {
        if (token == null || token.length() > LONGEST) {
            return HttpStatus.BAD_REQUEST;
        }
        try {
            gate.end(logout.end(token));
            return HttpStatus.OK;
        } catch (BadJwtException e) {
            LOG.warn("A logout token was refused: {}", e.getClass().getSimpleName());
            return HttpStatus.BAD_REQUEST;
        } catch (JwtException e) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
    }
}
