package fr.guichet.identity.signon;

import fr.guichet.platform.start.StartRefused;
import fr.guichet.platform.web.PublicAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** Guichet as the provider knows it. There is one, whatever it is asked for by. */
public final class SignOnClient implements ClientRegistrationRepository {

    /** The name of the one registration. */
    public static final String BANK = "bank";

    /** Where the provider sends people back to. */
    public static final String CALLBACK = "/api/session/sign-on/callback";

    private final SignOnProperties properties;
    private final IdentityProvider provider;
    private final PublicAddress address;
    private final @Nullable String secret;

    /**
     * Reads the secret.
     *
     * @throws StartRefused when its file cannot be read
     */
    public SignOnClient(SignOnProperties properties, IdentityProvider provider, PublicAddress address) {
        this.properties = properties;
        this.provider = provider;
        this.address = address;
        this.secret = properties.clientSecretFile() == null
                ? properties.clientSecret()
                : firstLine(properties.clientSecretFile());
    }

    /** Guichet as a client of the provider as it is known. */
    @Override
    public ClientRegistration findByRegistrationId(String name) {
        return registration(provider.metadata());
    }

    /** The same, of a provider that answers. */
    public ClientRegistrationRepository ofOneThatAnswers() {
        return name -> registration(provider.metadataOfOneThatAnswers());
    }

    private ClientRegistration registration(ProviderMetadata metadata) {
        var scopes = new HashSet<>(properties.scopes());
        scopes.add(OidcScopes.OPENID);
        var client = metadata.client()
                .registrationId(BANK)
                .clientId(Objects.requireNonNull(properties.clientId()))
                .redirectUri(address.page(CALLBACK).toString())
                .scope(scopes);
        return secret == null
                ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : client.clientSecret(secret).build();
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> new StartRefused(
                            "The file that guichet.sign-on.client-secret-file names is empty: " + file));
        } catch (IOException | UncheckedIOException e) {
            throw new StartRefused("The file that guichet.sign-on.client-secret-file names cannot be read: " + file, e);
        }
    }
}
