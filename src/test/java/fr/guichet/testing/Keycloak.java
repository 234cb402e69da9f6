package fr.guichet.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real identity provider: Keycloak, which Maven unpacks below {@code target/keycloak}. One runs for all tests of a JVM, with its data
 * in memory, on a free port behind a link that a test can cut. It starts while a test prepares itself, and stops with the JVM.
 */
public final class Keycloak {

    public static final String CLIENT = "guichet-web";
    public static final String SECRET = "a secret for tests only";

    /** Secret of the authenticator app of everyone who has one. */
    public static final String OTP_SECRET = "nobody's secret at all";

    private static final String PASSWORD = "a password for tests only";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final CuttableLink link;
    private final CompletableFuture<Void> ready;

    private static final class Holder {
        static final Keycloak ONE = new Keycloak();
    }

    private Keycloak() {
        port = freePort();
        link = new CuttableLink(port);
        var process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        ready = CompletableFuture.runAsync(() -> prepare(process), Thread::startVirtualThread);
    }

    /** Has it start, if it has not yet; it may not answer for a while. */
    public static Keycloak starting() {
        return Holder.ONE;
    }

    /** The same, once it answers. */
    public static Keycloak running() {
        var one = starting();
        one.ready.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        return one;
    }

    public String issuer() {
        return "http://localhost:" + link.port() + "/realms/bank";
    }

    /** Between it and everyone else. */
    public CuttableLink link() {
        return link;
    }

    /** How tests have Guichet know of it. */
    public List<String> settings() {
        return List.of(
                "--guichet.sign-on.issuer=" + issuer(),
                "--guichet.sign-on.client-id=" + CLIENT,
                "--guichet.sign-on.client-secret=" + SECRET,
                "--guichet.sign-on.strong-acr=strong",
                "--guichet.sign-on.customer-claim=guichet_customer",
                "--guichet.sign-on.staff-claim=guichet_staff",
                "--guichet.bearer.systems=planning",
                "--guichet.bearer.apps=app",
                "--guichet.web.address=" + ProviderBrowser.GUICHET);
    }

    /**
     * Someone who signs on there.
     *
     * @param id the subject
     */
    public record User(String id, String name, String password) {}

    /** Adds somebody with an authenticator app; attributes become claims. */
    public User user(Map<String, String> attributes) {
        var name = "user-" + UUID.randomUUID();
        var values = attributes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        var created = admin(
                "POST",
                "/admin/realms/bank/users",
                Map.of(
                        "username",
                        name,
                        "email",
                        name + "@example.org",
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "attributes",
                        values,
                        "credentials",
                        List.of(
                                Map.of("type", "password", "value", PASSWORD),
                                Map.of(
                                        "type", "otp",
                                        "secretData", "{\"value\":\"" + OTP_SECRET + "\"}",
                                        "credentialData",
                                                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}"))));
        var location = created.headers().firstValue("location").orElseThrow();
        return new User(location.substring(location.lastIndexOf('/') + 1), name, PASSWORD);
    }

    /** A token of a client that acts for itself. */
    public String systemToken(String client, String... scopes) {
        return token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        SECRET,
                        "scope",
                        String.join(" ", scopes)))
                .at("/access_token")
                .asString();
    }

    /** What the token endpoint answers. */
    public JsonNode token(Map<String, String> form) {
        var answer = send(HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form))));
        return JSON.readTree(answer.body());
    }

    /** Where it tells of people who signed out there. */
    public void tellOfSignOuts(String address) {
        var id = JSON.readTree(admin("GET", "/admin/realms/bank/clients?clientId=" + CLIENT, null)
                        .body())
                .at("/0/id")
                .asString();
        var client = JSON.readTree(
                admin("GET", "/admin/realms/bank/clients/" + id, null).body());
        ((ObjectNode) client.at("/attributes")).put("backchannel.logout.url", address);
        admin("PUT", "/admin/realms/bank/clients/" + id, client);
    }

    /** Ends all sessions of somebody, as a person who signs out there, or an operator, does. */
    public void signOut(User user) {
        admin("POST", "/admin/realms/bank/users/" + user.id() + "/logout", null);
    }

    /** Signs with a new key from now on; the old ones are still published. */
    public void rotateKeys() {
        admin(
                "POST",
                "/admin/realms/bank/components",
                Map.of(
                        "name",
                        "key-" + UUID.randomUUID(),
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        Map.of("priority", List.of(String.valueOf(System.nanoTime() / 1_000_000)))));
    }

    private HttpResponse<String> admin(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private String adminToken() {
        var answer = send(HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        PASSWORD)))));
        return JSON.readTree(answer.body()).at("/access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Process launch() {
        var builder = new ProcessBuilder(
                distribution().resolve("bin/kc.sh").toString(),
                "start",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + link.port(),
                "--db-url=jdbc:h2:mem:keycloak;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1");
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        environment.put("JAVA_OPTS_GC", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        // The distribution is built for what is asked of it here already.
        environment.put("JAVA_OPTS_APPEND", "-Dkc.config.built=true");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        try {
            return builder.redirectErrorStream(true)
                    .redirectOutput(new File(
                            "target/keycloak/log-" + ProcessHandle.current().pid() + ".txt"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path distribution() {
        var unpacked = Path.of("target/keycloak");
        try (var found = Files.isDirectory(unpacked) ? Files.list(unpacked) : Stream.<Path>empty()) {
            return found.filter(path -> Files.exists(path.resolve("bin/kc.sh")))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseThrow(() ->
                            new IllegalStateException("Keycloak is not unpacked: run mvn process-test-classes once"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(Process process) {
        var latest = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > latest) {
                throw new IllegalStateException("Keycloak did not start; see target/keycloak");
            }
            pause();
        }
        try (var realm = Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak/bank.json"))) {
            admin("POST", "/admin/realms", JSON.readTree(text(realm)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        allow("planning", "branches:read", "slots:read", "appointments:read");
        allow("app", "slots:read", "appointments:read", "appointments:write");
    }

    /** Lets a client ask for scopes. */
    private void allow(String client, String... scopes) {
        var id = JSON.readTree(admin("GET", "/admin/realms/bank/clients?clientId=" + client, null)
                        .body())
                .at("/0/id")
                .asString();
        for (var scope : scopes) {
            admin("PUT", "/admin/realms/bank/clients/" + id + "/optional-client-scopes/" + scope(scope), null);
        }
    }

    private final Map<String, String> scopes = new LinkedHashMap<>();

    private String scope(String name) {
        return scopes.computeIfAbsent(name, _ -> {
            var created = admin(
                    "POST",
                    "/admin/realms/bank/client-scopes",
                    Map.of(
                            "name",
                            name,
                            "protocol",
                            "openid-connect",
                            "attributes",
                            Map.of("include.in.token.scope", "true")));
            var location = created.headers().firstValue("location").orElseThrow();
            return location.substring(location.lastIndexOf('/') + 1);
        });
    }

    private boolean answers() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/realms/master"))
                                            .timeout(Duration.ofSeconds(20))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), UTF_8);
    }
}
