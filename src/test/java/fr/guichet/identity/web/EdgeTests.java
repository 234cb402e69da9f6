package fr.guichet.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets past the edge without being signed in, and what everybody is told. */
@GuichetTest
class EdgeTests {

    private static final String PASSWORD = KnownPassword.TEXT;
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=]{24})'");

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private Visitor visitor = new Visitor("http://localhost");

    @BeforeEach
    void open() {
        visitor = Visitor.at(port);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/customers/me",
        "POST, /api/customers",
        "POST, /api/customers/search",
        "GET, /api/customers/0199f000-0000-7000-8000-000000000000",
        "POST, /api/holds",
        "POST, /api/appointments",
        "GET, /api/appointments",
        "POST, /api/branches",
        "PUT, /api/branches/0199f000-0000-7000-8000-000000000000",
        "GET, /api/branches/0199f000-0000-7000-8000-000000000000/calendar",
        "GET, /api/branches/0199f000-0000-7000-8000-000000000000/advisers",
        "GET, /api/network/export",
        "POST, /api/network/import",
        "GET, /api/live",
        "GET, /api/operations/dead-letters",
        "GET, /api/whatever/comes/next",
        "GET, /api",
        "GET, /actuator",
        "GET, /actuator/prometheus",
        "GET, /actuator/env",
        "GET, /actuator/heapdump"
    })
    void whatIsNotNamedPublicAsksForASignIn(String method, String path) {
        visitor.get("/api/session");

        var answer = visitor.send(method, path, method.equals("GET") ? null : "{}");

        assertProblem(answer, 401, "sign-in-required");
        assertThat(answer.headers().map()).doesNotContainKeys("location", "www-authenticate", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/branches",
                "/api/branches/0199f000-0000-7000-8000-000000000000",
                "/api/reasons",
                "/api/slots",
                "/api/session",
                "/actuator/health",
                "/actuator/health/liveness",
                "/",
                "/rendez-vous",
                "/assets/app.js"
            })
    void whatAPasserByMayReadDoesNotAskForASignIn(String path) {
        assertThat(visitor.get(path).statusCode()).isNotIn(401, 403);
        assertThat(visitor.send("HEAD", path, null).statusCode()).isNotIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothingIsChangedOutsideTheApi(String method) {
        visitor.get("/api/session");

        assertThat(visitor.send(method, "/", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void onlyAnAdministratorLooksIntoTheMachine() {
        signIn(Grants.of(Grant.manager(BranchId.next())));
        assertProblem(visitor.get("/actuator/prometheus"), 403, "forbidden");

        signIn(Grants.of(Grant.customer(CustomerId.next())));
        assertProblem(visitor.get("/actuator/prometheus"), 403, "forbidden");

        signIn(Grants.of(Grant.administrator()));
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isNotIn(401, 403);
    }

    @Test
    void anUnknownOperationIsNotFoundForWhoIsSignedIn() {
        signIn(Grants.of(Grant.administrator()));

        assertProblem(visitor.get("/api/no-such-thing"), 404, "not-found");
    }

    @Test
    void aRequestFromAnotherSiteIsRefusedBeforeAnythingElse() {
        signIn(Grants.of(Grant.administrator()));

        assertProblem(
                visitor.post(
                        "/api/customers",
                        "{}",
                        "X-XSRF-TOKEN",
                        UUID.randomUUID().toString()),
                403,
                "csrf");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, http://localhost:1",
        "Origin, http://localhost.evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, anything else",
    })
    void whatAnotherSiteAsksForIsRefusedEvenWithTheRightToken(String header, String value) {
        signIn(Grants.of(Grant.administrator()));

        assertProblem(visitor.put("/api/session/language", "{\"language\": \"fr\"}", header, value), 403, "csrf");
        assertThat(visitor.get("/api/session", header, value).statusCode()).isEqualTo(200);
    }

    @Test
    void whatOurOwnPagesAskForIsDone() {
        signIn(Grants.of(Grant.administrator()));
        var language = "{\"language\": \"fr\"}";

        assertThat(visitor.put("/api/session/language", language, "Origin", "http://localhost:" + port)
                        .statusCode())
                .isEqualTo(200);
        for (var site : List.of("same-origin", "none")) {
            assertThat(visitor.put("/api/session/language", language, "Sec-Fetch-Site", site)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//session", "/api/;x/session", "/api/%2e%2e/session", "/api/session%00", "/%5capi"})
    void addressesMeantToConfuseAreMalformed(String path) {
        var answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "java");
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        for (var path : new String[] {"/", "/api/session", "/api/customers/me", "/actuator/health"}) {
            var headers = visitor.get(path).headers();
            assertThat(headers.firstValue("x-content-type-options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("x-frame-options")).as(path).contains("DENY");
            assertThat(headers.firstValue("referrer-policy")).as(path).contains("same-origin");
            assertThat(headers.firstValue("cross-origin-opener-policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("cross-origin-resource-policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("permissions-policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("camera=()", "geolocation=(self)"));
            assertThat(headers.firstValue("content-security-policy")).as(path).hasValueSatisfying(policy -> assertThat(
                            policy)
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
            assertThat(headers.map()).as(path).doesNotContainKeys("server", "x-powered-by");
        }
        assertThat(visitor.get("/api/session").headers().firstValue("cache-control"))
                .hasValueSatisfying(control -> assertThat(control).contains("no-store"));
    }

    @Test
    void aPageGetsANumberUsedOnceForItsStyles() {
        var first = nonce(visitor.get("/"));
        var second = nonce(visitor.get("/"));

        assertThat(first).isNotEqualTo(second);
        assertThat(policy(visitor.get("/api/session"))).doesNotContain("nonce");
    }

    @Test
    void onlyAProxyOnThisMachineIsBelievedUntilOthersAreNamed(
            @Value("${server.tomcat.remoteip.internal-proxies}") String proxies) {
        assertThat(List.of("127.0.0.1", "127.8.0.1", "::1", "0:0:0:0:0:0:0:1"))
                .allSatisfy(address -> assertThat(address).matches(proxies));
        assertThat(List.of("10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.1.1", "fd00:0:0:0:0:0:0:1", "203.0.113.1"))
                .allSatisfy(address -> assertThat(address).doesNotMatch(proxies));
    }

    @Test
    void behindAProxyThatSpeaksTlsCookiesStayWithTls() {
        var headers = visitor.get("/api/session", "X-Forwarded-Proto", "https").headers();

        assertThat(headers.firstValue("strict-transport-security")).contains("max-age=31536000 ; includeSubDomains");
        assertThat(headers.firstValue("set-cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("__Host-XSRF-TOKEN=").contains("Path=/", "Secure"));
        assertThat(visitor.get("/api/session").headers().map()).doesNotContainKey("strict-transport-security");
    }

    @Test
    void otherSitesGetNoAnswerTheirScriptsCouldRead() {
        var headers =
                visitor.get("/api/session", "Origin", "https://evil.example").headers();

        assertThat(headers.map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/branches", "/api/customers", "/api/session", "/"})
    void whatAnotherSiteAsksFirstIsNotAllowed(String path) {
        var answer = preflight(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertNothingIsAllowed(answer);

        // Browsers send no cookies with this question; whatever came with them would get no other answer.
        signIn(Grants.of(Grant.administrator()));
        assertNothingIsAllowed(preflight(path));
    }

    @Test
    void whoeverFindsAWeaknessIsToldNothingUntilTheBankNamesSomebody() {
        assertProblem(visitor.get("/.well-known/security.txt"), 404, "not-found");
    }

    private HttpResponse<String> preflight(String path) {
        return visitor.send(
                "OPTIONS", path, null, "Origin", "https://evil.example", "Access-Control-Request-Method", "POST");
    }

    private static void assertNothingIsAllowed(HttpResponse<String> answer) {
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    private void signIn(Grants grants) {
        var email = UUID.randomUUID() + "@example.org";
        KnownPassword.open(accounts, email, "Sophie", grants);
        assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Visitor.json(answer).at("/type").asString()).isEqualTo("/problems/" + name);
    }

    private static String nonce(HttpResponse<String> answer) {
        var matcher = NONCE.matcher(policy(answer));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-security-policy").orElse("");
    }
}
