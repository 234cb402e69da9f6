package fr.guichet.identity.passkeys;

import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that browsers read and write passkeys in (Web Authentication Level 3, section 5.1). */
public final class PasskeyJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private PasskeyJson() {}

    /** Options as {@code PublicKeyCredential.parseCreationOptionsFromJSON} and {@code parseRequestOptionsFromJSON} take them. */
    public static JsonNode write(Object options) {
        return MAPPER.valueToTree(options);
    }

    static <R extends AuthenticatorResponse> PublicKeyCredential<R> read(String json, Class<R> response) {
        return MAPPER.readValue(
                json, MAPPER.getTypeFactory().constructParametricType(PublicKeyCredential.class, response));
    }
}
