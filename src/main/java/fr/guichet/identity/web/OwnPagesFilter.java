package fr.guichet.identity.web;

import fr.guichet.platform.web.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses changes that a browser says were not asked for by a page of ours: by {@code Sec-Fetch-Site} (W3C Fetch Metadata), and by
 * {@code Origin} where a browser does not say that. It stands before the CSRF token, which somebody on a neighbouring host might have
 * planted, and does not replace it: other programs send neither.
 */
final class OwnPagesFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** {@code none}: the person's own doing, such as an address typed in. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final SecurityProblems problems;
    private final PublicAddress address;

    OwnPagesFilter(SecurityProblems problems, PublicAddress address) {
        this.problems = problems;
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && isFromElsewhere(request)) {
            problems.handle(request, response, new CsrfException("Another site asked for it"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isFromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.equals(address.origin().toString()) && !origin.equals(asCalled(request));
    }

    /** The origin by which this request reached us, for those who try Guichet out under another name. */
    private static String asCalled(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .scheme(request.getScheme())
                .host(request.getServerName())
                .port(isUsualPort(request) ? -1 : request.getServerPort())
                .toUriString();
    }

    private static boolean isUsualPort(HttpServletRequest request) {
        return request.getServerPort() == (request.isSecure() ? 443 : 80);
    }
}
