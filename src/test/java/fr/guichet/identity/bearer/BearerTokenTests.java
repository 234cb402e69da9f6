package fr.guichet.identity.bearer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.StubIssuer;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls of other systems, with tokens as they should be and as they must not be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BearerTokenTests {

    private static final String READ = "/api/reasons";
    private static final String SCOPE = "branches:read";

    private RSAKey key;
    private ECKey curve;
    private StubIssuer provider;
    private ConfigurableApplicationContext guichet;
    private Visitor visitor;

    @BeforeAll
    void start() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        curve = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
        provider = new StubIssuer(key, curve);
        guichet = Instances.on(
                TestDatabase.create(),
                List.of(
                        "--guichet.sign-on.issuer=" + provider.issuer(),
                        "--guichet.sign-on.strong-acr=strong",
                        "--guichet.bearer.systems=planning",
                        "--guichet.bearer.apps=app"));
        visitor = Visitor.at(Instances.port(guichet));
    }

    @AfterAll
    void stop() {
        visitor.close();
        guichet.close();
        provider.close();
    }

    @AfterEach
    void theProviderIsBack() {
        provider.away(false);
        provider.publish(key, curve);
    }

    // --- Tokens as they should be ----------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256"})
    void aSystemCallsWithAnyAlgorithmOfTheList(String algorithm) {
        assertThat(call(READ, signed(JWSAlgorithm.parse(algorithm), null, system(SCOPE)))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "application/at+jwt"})
    void theTypeMayBeNamed(String type) {
        assertThat(call(READ, signed(JWSAlgorithm.RS256, type, system(SCOPE))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void clocksMayDifferALittle() {
        var aLittleAgo = Date.from(Instant.now().minusSeconds(5));
        var inAMoment = Date.from(Instant.now().plusSeconds(20));

        assertThat(call(READ, signed(also(claims -> claims.expirationTime(aLittleAgo))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(call(READ, signed(also(claims -> claims.notBeforeTime(inAMoment))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingIsKeptOfTheCall() {
        var answer = call(READ, signed(system(SCOPE)));

        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
    }

    @Test
    void noCsrfTokenIsAskedForAndTheScopeDecides() {
        var answer = send("POST", "/api/appointments", "{}", signed(system("appointments:read")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/insufficient-scope");
        assertThat(answer.headers().firstValue("www-authenticate"))
                .contains("Bearer realm=\"guichet\", error=\"insufficient_scope\", scope=\"appointments:write\"");
    }

    // --- Tokens as they must not be --------------------------------------------------------------------------------

    @Test
    void wrongTokensAreRefusedAlike() throws Exception {
        var now = Instant.now();
        var stranger = new RSAKeyGenerator(2048).keyID("one").generate();
        var unknown = new RSAKeyGenerator(2048).keyID("nobody").generate();
        var good = signed(system(SCOPE));
        var parts = good.split("\\.", -1);

        var wrong = new LinkedHashMap<String, String>();
        wrong.put("unsigned", new PlainJWT(claims(system(SCOPE))).serialize());
        wrong.put("alg none by hand", base64("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        wrong.put("alg None by hand", base64("{\"alg\":\"None\",\"kid\":\"one\"}") + "." + parts[1] + "." + parts[2]);
        wrong.put("signature left out", parts[0] + "." + parts[1] + ".");
        wrong.put("HS256 with the public key", hmac(key.toRSAPublicKey().getEncoded()));
        wrong.put(
                "HS256 with the public key as JSON",
                hmac(key.toPublicJWK().toJSONString().getBytes(UTF_8)));
        wrong.put("RS512", signed(JWSAlgorithm.RS512, null, system(SCOPE)));
        wrong.put("other key, same kid", signed(stranger, system(SCOPE)));
        wrong.put("unknown kid", signed(unknown, system(SCOPE)));
        wrong.put("key in the header", withKeyInHeader(stranger));
        wrong.put(
                "tampered",
                parts[0] + "." + base64("{\"client_id\":\"planning\",\"scope\":\"" + SCOPE + "\"}") + "." + parts[2]);
        wrong.put("other audience", signed(also(claims -> claims.audience("somebody"))));
        wrong.put("Guichet among no audience", signed(also(claims -> claims.audience((String) null))));
        wrong.put("other issuer", signed(also(claims -> claims.issuer(provider.issuer() + "/other"))));
        wrong.put("no issuer", signed(also(claims -> claims.issuer(null))));
        wrong.put("issuer that is no address", signed(also(claims -> claims.issuer("bank"))));
        wrong.put("expired", signed(also(claims -> claims.expirationTime(Date.from(now.minusSeconds(120))))));
        wrong.put("never expiring", signed(also(claims -> claims.expirationTime(null))));
        wrong.put("not yet valid", signed(also(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(120))))));
        wrong.put("logout token", signed(JWSAlgorithm.RS256, "logout+jwt", system(SCOPE)));
        wrong.put("no client", signed(also(claims -> claims.claim("client_id", null))));
        wrong.put("client that is nobody here", signed(also(claims -> claims.claim("client_id", "stranger"))));
        wrong.put(
                "a person's token of a system",
                signed(also(claims -> claims.claim("auth_time", now.getEpochSecond()))));
        wrong.put("a person's session of a system", signed(also(claims -> claims.claim("sid", "x"))));
        wrong.put("a person nobody knows", signed(person("nobody", "strong", now, SCOPE)));
        wrong.put(
                "claim of another kind",
                signed(person("nobody", "strong", now, SCOPE)
                        .andThen(claims -> claims.claim("auth_time", "yesterday"))));
        wrong.put("not a token", "x");
        wrong.put("two dots", "..");
        wrong.put("very long", "a".repeat(12_000));

        assertThat(wrong).allSatisfy((what, token) -> {
            var answer = call(READ, token);
            assertThat(answer.statusCode()).as(what).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate"))
                    .as(what)
                    .contains("Bearer realm=\"guichet\", error=\"invalid_token\"");
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body())
                    .as(what)
                    .contains("/problems/invalid-token")
                    .doesNotContain("Exception", "nimbus", "kid", "signature");
        });
        assertThat(call(READ, good).statusCode()).as("the good one").isEqualTo(200);
    }

    @Test
    void whatIsNoBearerTokenAtAllIsMalformed() {
        assertThat(visitor.get(READ, "Authorization", "Bearer").statusCode()).isIn(400, 401);
        assertThat(visitor.get(READ, "Authorization", "Bearer a b").statusCode())
                .isIn(400, 401);
    }

    @Test
    void theTokenDecidesAndTheCookieDoesNot() {
        try (var marie = Visitor.at(Instances.port(guichet))) {
            var customer = customer();
            marie.signIn(customer.email(), PASSWORD);
            assertThat(marie.get("/api/appointments").statusCode()).isEqualTo(200);

            assertThat(marie.get("/api/appointments", "Authorization", "Bearer x")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(marie.get("/api/appointments", bearer(signed(system("appointments:read"))))
                            .statusCode())
                    .as("a list of one customer's own, which a system is not")
                    .isEqualTo(403);
            assertThat(marie.get("/api/appointments").statusCode())
                    .as("the session is untouched")
                    .isEqualTo(200);
        }
    }

    // --- Scopes ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "/api/branches, branches:read",
        "/api/reasons, branches:read",
        "/api/slots?branch=%1$s&reason=%1$s&from=2026-11-23&to=2026-11-24, slots:read",
        "/api/branches/%1$s/calendar?date=2026-11-23, appointments:read",
        "/api/appointments/%1$s, appointments:read",
        "/api/appointments/%1$s/history, appointments:read",
    })
    void eachOperationTakesItsScopeAndNoOther(String address, String scope) {
        var path = address.formatted(UUID.randomUUID());
        var others = "branches:read slots:read appointments:read appointments:write customers:read"
                .replace(scope, "")
                .strip();

        assertThat(call(path, signed(system(scope))).statusCode()).as(path).isIn(200, 404);
        assertThat(call(path, signed(system(others))).statusCode()).as(path).isEqualTo(403);
        assertThat(call(path, signed(system(""))).statusCode()).as(path).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/session",
                "/api/security",
                "/api/openapi.json",
                "/api/network/export?format=csv",
                "/api/operations/dead-letters",
                "/api/live",
                "/api/nothing",
            })
    void whatIsNotInTheTableTakesNoToken(String path) {
        var all = "branches:read slots:read appointments:read appointments:write customers:read";

        assertThat(call(path, signed(system(all))).statusCode()).isEqualTo(403);
    }

    // --- For a customer --------------------------------------------------------------------------------------------

    @Test
    void anAppActsForTheLinkedCustomerAndNobodyElse() {
        var customer = customer();
        var token = signed(person(customer.subject(), "strong", Instant.now(), "appointments:read"));

        assertThat(call("/api/appointments", token).statusCode()).isEqualTo(200);
        assertThat(call("/api/branches/" + UUID.randomUUID() + "/calendar?date=2026-11-23", token)
                        .statusCode())
                .as("not of staff or systems")
                .isIn(403, 404);
        assertThat(call(READ, token).statusCode()).as("not in its scopes").isEqualTo(403);

        guichet.getBean(Accounts.class).suspend(customer.account());
        await().untilAsserted(() ->
                assertThat(call("/api/appointments", token).statusCode()).isEqualTo(401));
    }

    @Test
    void aSystemDoesNotActForThePersonWhoseSubjectItHas() {
        var customer = customer();

        assertThat(call(READ, signed(also(claims -> claims.subject(customer.subject()))))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aWeakOrOldSignOnIsSentBackForAStrongOne() {
        var customer = customer();
        var old = Instant.now().minus(Duration.ofDays(181));

        for (var token : List.of(
                signed(person(customer.subject(), "weak", Instant.now(), "appointments:read")),
                signed(person(customer.subject(), "strong", old, "appointments:read")))) {
            var answer = call("/api/appointments", token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate"))
                    .contains(
                            "Bearer realm=\"guichet\", error=\"insufficient_user_authentication\", acr_values=\"strong\", max_age=\"15552000\"");
        }
    }

    // --- The provider ----------------------------------------------------------------------------------------------

    @Test
    void inventedKeysDoNotHammerTheProvider() throws JOSEException {
        call(READ, signed(system(SCOPE)));
        var before = provider.fetches();

        var invented = new RSAKeyGenerator(2048).generate();
        for (var i = 0; i < 60; i++) {
            var named = new RSAKey.Builder(invented).keyID("invented-" + i).build();
            assertThat(call(READ, signed(named, system(SCOPE))).statusCode()).isEqualTo(401);
        }

        assertThat(provider.fetches() - before).isLessThanOrEqualTo(4);
        assertThat(call(READ, signed(system(SCOPE))).statusCode()).isEqualTo(200);
    }

    @Test
    void aNewKeyIsFoundWithoutARestart() throws JOSEException {
        call(READ, signed(system(SCOPE)));
        var next = new RSAKeyGenerator(2048).keyID("next " + UUID.randomUUID()).generate();
        provider.publish(key, curve, next);

        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(
                        call(READ, signed(next, system(SCOPE))).statusCode())
                .isEqualTo(200));
    }

    @Test
    void knownKeysOutliveAnOutage() {
        call(READ, signed(system(SCOPE)));

        provider.away(true);

        assertThat(call(READ, signed(system(SCOPE))).statusCode()).isEqualTo(200);
    }

    // --- Helpers ---------------------------------------------------------------------------------------------------

    private static final String PASSWORD = KnownPassword.TEXT;

    /** Somebody linked to a subject. */
    private record Linked(AccountId account, String email, String subject) {}

    private Linked customer() {
        var email = "pierre." + UUID.randomUUID() + "@example.org";
        var account = KnownPassword.open(
                guichet.getBean(Accounts.class),
                email,
                "Pierre Martin",
                Grants.of(Grant.customer(new CustomerId(UUID.randomUUID()))));
        var subject = "subject-" + UUID.randomUUID();
        guichet.getBean(JdbcClient.class)
                .sql("insert into identity.sign_on_links values (?, ?, ?, 'OWNER', ?)")
                .params(provider.issuer(), subject, account.value(), OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        return new Linked(account, email, subject);
    }

    private HttpResponse<String> call(String path, String token) {
        return visitor.get(path, bearer(token));
    }

    private HttpResponse<String> send(String method, String path, String body, String token) {
        return visitor.send(method, path, body, bearer(token));
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static Consumer<JWTClaimsSet.Builder> system(String scopes) {
        return claims -> claims.subject("service-account-planning")
                .claim("client_id", "planning")
                .claim("scope", scopes);
    }

    private static Consumer<JWTClaimsSet.Builder> also(Consumer<JWTClaimsSet.Builder> more) {
        return system(SCOPE).andThen(more);
    }

    private static Consumer<JWTClaimsSet.Builder> person(String subject, String acr, Instant authTime, String scopes) {
        return claims -> claims.subject(subject)
                .claim("azp", "app")
                .claim("scope", scopes)
                .claim("sid", "s")
                .claim("acr", acr)
                .claim("auth_time", authTime.getEpochSecond());
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> what) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience("guichet")
                .issueTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plusSeconds(300)));
        what.accept(claims);
        return claims.build();
    }

    private String signed(Consumer<JWTClaimsSet.Builder> what) {
        return signed(JWSAlgorithm.RS256, null, what);
    }

    private String signed(RSAKey with, Consumer<JWTClaimsSet.Builder> what) {
        try {
            return signed(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()), new RSASSASigner(with), what);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, @Nullable String type, Consumer<JWTClaimsSet.Builder> what) {
        try {
            var isCurve = JWSAlgorithm.Family.EC.contains(algorithm);
            var header = new JWSHeader.Builder(algorithm).keyID(isCurve ? curve.getKeyID() : key.getKeyID());
            if (type != null) {
                header.type(new JOSEObjectType(type));
            }
            return signed(header, isCurve ? new ECDSASigner(curve) : new RSASSASigner(key), what);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSHeader.Builder header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> what)
            throws JOSEException {
        var token = new SignedJWT(header.build(), claims(what));
        token.sign(signer);
        return token.serialize();
    }

    private String hmac(byte[] secret) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()), new MACSigner(secret), system(SCOPE));
    }

    private String withKeyInHeader(RSAKey stranger) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(stranger.toPublicJWK()),
                new RSASSASigner(stranger),
                system(SCOPE));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
