package fr.guichet.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.StubIssuer;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance that starts while the provider is away, at a bank whose staff come in by it alone. */
class ProviderAwayTests {

    private static final String PASSWORD = KnownPassword.TEXT;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void itStartsSaysSoAndGoesOnByItselfWhenTheProviderIsBack() throws JOSEException {
        var key = new RSAKeyGenerator(2048).keyID("one").generate();
        try (var provider = new StubIssuer(key)) {
            provider.away(true);
            try (var instance = start(provider);
                    var visitor = Visitor.at(Instances.port(instance))) {
                var token = token(key, provider.issuer());

                assertThat(visitor.get("/api/session").body()).contains("\"signOn\":true", "\"localSignIn\":true");
                var away = visitor.post("/api/session/sign-on", "{\"confirm\": false}");
                assertThat(away.statusCode()).isEqualTo(503);
                assertThat(away.body()).contains("/problems/sign-on-unavailable");
                var call = visitor.get("/api/reasons", "Authorization", "Bearer " + token);
                assertThat(call.statusCode()).as(call.body()).isEqualTo(503);
                assertThat(call.body()).contains("/problems/sign-on-unavailable");
                assertThat(call.headers().firstValue("retry-after")).isPresent();

                assertThat(local(instance, Grants.of(Grant.customer(new CustomerId(UUID.randomUUID())))))
                        .isEqualTo(200);
                assertThat(local(instance, Grants.of(Grant.administrator())))
                        .as("staff come in by the sign-on alone")
                        .isEqualTo(403);

                provider.away(false);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(visitor.post("/api/session/sign-on", "{\"confirm\": false}")
                                        .body())
                                .contains(provider.issuer() + "/authorize"));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(visitor.get("/api/reasons", "Authorization", "Bearer " + token)
                                        .statusCode())
                                .isEqualTo(200));
            }
        }
    }

    private static ConfigurableApplicationContext start(StubIssuer provider) {
        return Instances.on(
                TestDatabase.create(),
                List.of(
                        "--guichet.sign-on.issuer=" + provider.issuer(),
                        "--guichet.sign-on.client-id=guichet-web",
                        "--guichet.sign-on.staff.local=false",
                        "--guichet.bearer.systems=planning"));
    }

    /** What signing in by password and code is answered. */
    private static int local(ConfigurableApplicationContext instance, Grants grants) {
        var email = "sophie." + UUID.randomUUID() + "@example.org";
        KnownPassword.open(instance.getBean(Accounts.class), email, "Sophie Martin", grants);
        try (var visitor = Visitor.at(Instances.port(instance))) {
            return visitor.signIn(email, PASSWORD).statusCode();
        }
    }

    private static String token(RSAKey key, String issuer) throws JOSEException {
        var now = Instant.now();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("guichet")
                        .subject("planning")
                        .issueTime(Date.from(now.minusSeconds(60)))
                        .expirationTime(Date.from(now.plusSeconds(600)))
                        .claim("client_id", "planning")
                        .claim("scope", "branches:read")
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
