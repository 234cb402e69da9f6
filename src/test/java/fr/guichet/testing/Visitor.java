package fr.guichet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a screen: speaks to a running instance over HTTP, keeps cookies, sends the CSRF token back. */
public final class Visitor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final Map<String, String> always = new HashMap<>();
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    /**
     * Visits one instance.
     *
     * @param address for example {@code http://localhost:8080}
     */
    public Visitor(String address) {
        this(address, HttpClient.newBuilder());
    }

    /**
     * Visits one instance in another way than usual.
     *
     * @param client for example one that knows which certificate to trust
     */
    public Visitor(String address, HttpClient.Builder client) {
        this.address = URI.create(address);
        this.client = client.cookieHandler(cookies).connectTimeout(PATIENCE).build();
    }

    /** Has every request carry a header from now on. */
    public Visitor saying(String header, String value) {
        always.put(header, value);
        return this;
    }

    public static Visitor at(int port) {
        return new Visitor("http://localhost:" + port);
    }

    /** Signs in as a person does, with the code from his mailbox; the answer says whether that worked. */
    public HttpResponse<String> signIn(String email, String password) {
        var begun = begin(email, password);
        return begun.statusCode() == 200 ? enter(SentMessages.takeCode(email).orElse("000000")) : begun;
    }

    /** The first step: its answer is the same whatever is sent. */
    public HttpResponse<String> begin(String email, String password) {
        get("/api/session");
        return send("POST", "/api/session", JSON.writeValueAsString(Map.of("email", email, "password", password)));
    }

    /** The second step. */
    public HttpResponse<String> enter(String code) {
        return send("POST", "/api/session/code", JSON.writeValueAsString(Map.of("code", code)));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> post(String path, @Nullable String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public HttpResponse<String> put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /**
     * Sends one request.
     *
     * @param headers name, value, name, value …
     */
    public HttpResponse<String> send(String method, String path, @Nullable String json, String... headers) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.setHeader("Content-Type", "application/json");
        }
        cookie("__Host-XSRF-TOKEN")
                .or(() -> cookie("XSRF-TOKEN"))
                .ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
        always.forEach(request::setHeader);
        for (var i = 0; i + 1 < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** The value of a cookie that this visitor holds. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie ->
                        cookie.getName().equals(name) && !cookie.getValue().isEmpty())
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Plants a cookie, as an attacker would. */
    public void plant(String name, String value) {
        try {
            cookies.put(address, Map.of("Set-Cookie", List.of(name + "=" + value + "; Path=/")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
