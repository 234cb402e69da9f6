package fr.guichet.platform.web.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.guichet.platform.web.CspNonce;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Gives the one page of the web app at every address that is neither an operation nor a file: the app's own router knows what to
 * show there. Each answer carries the nonce of its Content Security Policy, so none may be kept.
 */
@Component
class AppPage extends AbstractHandlerMapping implements HttpRequestHandler {

    private static final Pattern SERVERS = Pattern.compile("/(api|actuator|assets|problems|error)(/.*)?");
    private static final Pattern FILE = Pattern.compile(".*/[^/]*\\.[^/]*");
    private static final String INDEX = "/index.html";
    private static final String NONCE = "__CSP_NONCE__";

    private final Resource file;
    private volatile @Nullable String page;

    AppPage(@Value("${guichet.web.files}index.html") Resource file) {
        this.file = file;
        setOrder(1); // after the controllers, before the files
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && isAddress(path) && page() != null ? this : null;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var text = page();
        if (text == null) {
            throw new IllegalStateException("The page was there when the handler was chosen");
        }
        response.setContentType("text/html");
        response.setCharacterEncoding(UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.getOutputStream()
                .write(text.replace(NONCE, CspNonce.of(request)).getBytes(UTF_8));
    }

    private static boolean isAddress(String path) {
        return path.equals(INDEX)
                || !(SERVERS.matcher(path).matches() || FILE.matcher(path).matches());
    }

    /** Null while no web app has been built, as in tests of the server alone. */
    private @Nullable String page() throws IOException {
        var known = page;
        if (known == null && file.exists()) {
            known = file.getContentAsString(UTF_8);
            page = known;
        }
        return known;
    }
}
