package fr.guichet.identity.signon;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider says of itself (OpenID Connect Discovery).
 *
 * @param keys where its public keys are
 * @param endSession where people sign out of it; null when they cannot
 */
record ProviderMetadata(
        Map<String, Object> values, String keys, @Nullable URI endSession) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /**
     * Reads the document.
     *
     * @throws IllegalArgumentException when it is none, or another issuer's
     */
    static ProviderMetadata parse(String issuer, String document) {
        Map<String, Object> values;
        try {
            values = JSON.readValue(document, OBJECT);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The provider's description of itself is not JSON", e);
        }
        if (!issuer.equals(values.get("issuer"))) {
            throw new IllegalArgumentException("The provider calls itself %s, but guichet.sign-on.issuer is %s"
                    .formatted(values.get("issuer"), issuer));
        }
        var endSession = values.get("end_session_endpoint");
        return new ProviderMetadata(
                Map.copyOf(values),
                text(values, "jwks_uri"),
                endSession == null ? null : URI.create(endSession.toString()));
    }

    /** Begins to describe Guichet as a client of this provider. */
    ClientRegistration.Builder client() {
        return ClientRegistrations.fromOidcConfiguration(values);
    }

    private static String text(Map<String, Object> values, String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The provider does not say its " + name);
    }
}
