package fr.guichet.bench;

import fr.guichet.identity.factors.SheetOfCodes;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One customer's browser. It takes as little of the machine as it can, because the machine also runs what is measured: one
 * connection, kept open, and no threads.
 */
final class Client {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE_MILLIS = 60_000;

    /** How many codes of each sheet are used up. */
    private static final Map<String, AtomicInteger> USED = new ConcurrentHashMap<>();

    private final URI address;
    private final @Nullable String network;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Client(URI address) {
        this(address, null);
    }

    /**
     * A browser somewhere.
     *
     * @param network the address that the request comes from, as a proxy in front would tell it; null for this machine's
     */
    Client(URI address, @Nullable String network) {
        this.address = address;
        this.network = network;
    }

    /** The same person at another instance, with the same session. */
    Client at(URI other) {
        var client = new Client(other, network);
        client.cookies.putAll(cookies);
        return client;
    }

    /** Has it hold a cookie that it was not given. */
    void plant(String cookie, String value) {
        cookies.put(cookie, value);
    }

    /** What came back. */
    record Answer(int status, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** The last part of a problem's type. */
        String problem() {
            return json().path("type").asString("").replaceFirst(".*/", "");
        }
    }

    /** Signs in with the next code of the sheet; throws when that is refused. */
    void signIn(String email, String password) throws IOException {
        get("/api/session");
        begin(email, password);
        var answer = enterNextCode(email);
        if (answer.status() != 200) {
            throw new IOException("Sign-in was refused: " + answer);
        }
    }

    /** The first step. */
    Answer begin(String email, String password) throws IOException {
        return post("/api/session", JSON.writeValueAsString(Map.of("email", email, "password", password)));
    }

    /** The second step, with the next code of the sheet. */
    Answer enterNextCode(String email) throws IOException {
        var next = USED.computeIfAbsent(email, _ -> new AtomicInteger()).getAndIncrement();
        var code = SheetOfCodes.codes().get(next % SheetOfCodes.codes().size());
        return post("/api/session/code", JSON.writeValueAsString(Map.of("code", code)));
    }

    Answer get(String path) throws IOException {
        return send("GET", path, null);
    }

    Answer post(String path, String json, String... headers) throws IOException {
        return send("POST", path, json, headers);
    }

    private Answer send(String method, String path, @Nullable String json, String... headers) throws IOException {
        var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestMethod(method);
        connection.setRequestProperty(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
        if (network != null) {
            connection.setRequestProperty("X-Forwarded-For", network);
        }
        for (int i = 0; i < headers.length; i += 2) {
            connection.setRequestProperty(headers[i], headers[i + 1]);
        }
        if (json != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
            connection.setDoOutput(true);
            var body = json.getBytes(StandardCharsets.UTF_8);
            connection.setFixedLengthStreamingMode(body.length);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        keepCookies(connection);
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void keepCookies(HttpURLConnection connection) {
        for (var header : connection.getHeaderFields().getOrDefault("Set-Cookie", java.util.List.of())) {
            var pair = header.substring(0, header.indexOf(';') < 0 ? header.length() : header.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
    }
}
