package fr.guichet.rights;

import fr.guichet.shared.Role;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One who tries: the holder of one role, or a passer-by.
 *
 * @param role null for the passer-by
 */
record Caller(@Nullable Role role, String email, Visitor browser, Supplier<Visitor> anotherBrowser)
        implements AutoCloseable {

    static final String PASSWORD = "la clé sous le paillasson";

    HttpResponse<String> send(String method, String path, Ask ask) {
        return send(browser, method, path, ask);
    }

    /** The same from a session that nothing else is done in. */
    HttpResponse<String> sendFromElsewhere(String method, String path, Ask ask) {
        try (var other = anotherBrowser.get()) {
            return send(other, method, path, ask);
        }
    }

    private static HttpResponse<String> send(Visitor from, String method, String path, Ask ask) {
        return from.send(method, ask.path(path), ask.body(), ask.headers().toArray(String[]::new));
    }

    @Override
    public void close() {
        browser.close();
    }

    @Override
    public String toString() {
        return role == null ? "nobody" : role.name();
    }
}
