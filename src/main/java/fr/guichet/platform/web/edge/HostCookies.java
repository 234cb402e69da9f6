package fr.guichet.platform.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every cookie the name prefix {@code __Host-} where TLS is spoken, and takes none without it there (RFC 6265bis, 4.1.3.2).
 * Browsers keep such a cookie only when this very host set it over TLS, for all of its paths: neither another host of the bank nor
 * somebody on the way can plant one. Without TLS, as on localhost, browsers would refuse the prefix, and the names stay plain.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30) // before the session is fetched by its cookie
class HostCookies extends OncePerRequestFilter {

    private static final String PREFIX = "__Host-";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.isSecure();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new PlainNames(request), new PrefixedNames(response));
    }

    /** The rest of Guichet knows its cookies by their plain names. */
    private static final class PlainNames extends HttpServletRequestWrapper {

        PlainNames(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            var sent = super.getCookies();
            return sent == null
                    ? null
                    : Arrays.stream(sent)
                            .filter(cookie -> cookie.getName().startsWith(PREFIX)
                                    && cookie.getName().length() > PREFIX.length())
                            .map(cookie -> new Cookie(cookie.getName().substring(PREFIX.length()), cookie.getValue()))
                            .toArray(Cookie[]::new);
        }
    }

    private static final class PrefixedNames extends HttpServletResponseWrapper {

        PrefixedNames(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addCookie(Cookie cookie) {
            var prefixed = new Cookie(PREFIX + cookie.getName(), cookie.getValue());
            cookie.getAttributes().forEach(prefixed::setAttribute);
            prefixed.setAttribute("Domain", null);
            prefixed.setPath("/");
            prefixed.setSecure(true);
            super.addCookie(prefixed);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, isCookie(name) ? prefixed(value) : value);
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            super.setHeader(name, value != null && isCookie(name) ? prefixed(value) : value);
        }

        private static boolean isCookie(String header) {
            return header.equalsIgnoreCase(HttpHeaders.SET_COOKIE);
        }

        private static String prefixed(String cookie) {
            var parts = cookie.split(";", -1);
            var kept = Arrays.stream(parts).skip(1).map(String::strip).filter(PrefixedNames::isKept);
            return Stream.concat(Stream.of(PREFIX + parts[0], "Path=/", "Secure"), kept)
                    .collect(Collectors.joining("; "));
        }

        private static boolean isKept(String attribute) {
            var name = attribute.split("=", 2)[0].toLowerCase(Locale.ROOT);
            return switch (name) {
                case "", "path", "domain", "secure" -> false;
                default -> true;
            };
        }
    }
}
