package fr.guichet.platform.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people find Guichet: {@code guichet.web.address}, for example {@code https://guichet.example.com}. Links in messages begin
 * with it and passkeys are bound to its host. It is never taken from a request, whose sender could put anything there. Without the
 * setting it is this instance's own port on localhost, which is enough to try Guichet out.
 */
@Component
public class PublicAddress {

    private final @Nullable URI configured;
    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
        this.configured = environment.getProperty("guichet.web.address", URI.class);
        if (configured != null
                && (configured.getHost() == null
                        || !(configured.getPath() == null
                                || configured.getPath().matches("/?")))) {
            throw new IllegalArgumentException(
                    "guichet.web.address has a scheme and a host and no path, such as https://guichet.example.com");
        }
    }

    /** Scheme, host and port, without anything behind them. */
    public URI origin() {
        var own = configured == null ? "http://localhost:" + port() : configured.toString();
        return URI.create(own.endsWith("/") ? own.substring(0, own.length() - 1) : own);
    }

    /**
     * The address of a page.
     *
     * @param path begins with a slash
     */
    public URI page(String path) {
        return URI.create(origin() + path);
    }

    private int port() {
        return environment.getProperty("local.server.port", Integer.class, 8080);
    }
}
