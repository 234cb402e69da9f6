package fr.guichet.platform.web.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Prefers the smaller copy. Browsers name gzip before br and like both as much; Spring takes the first one named.
 */
final class BrotliFirst extends EncodedResourceResolver {

    private static final Pattern BROTLI = Pattern.compile("(^|.*,)\\s*br\\s*(,.*|;\\s*q=(1|0\\.0*[1-9]).*|$)");

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        var accepted = request == null ? null : request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        var asked =
                request != null && accepted != null && BROTLI.matcher(accepted).matches()
                        ? new BrotliOnly(request)
                        : request;
        return super.resolveResourceInternal(asked, path, locations, chain);
    }

    private static final class BrotliOnly extends HttpServletRequestWrapper {

        BrotliOnly(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name) ? "br" : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name)
                    ? Collections.enumeration(List.of("br"))
                    : super.getHeaders(name);
        }
    }
}
