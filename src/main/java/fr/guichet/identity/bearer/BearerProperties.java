package fr.guichet.identity.bearer;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which access tokens of the provider ({@code guichet.sign-on.issuer}) the API takes. None, while no client is named.
 *
 * @param audience what a token must name as its audience; never Guichet's own client id, or its ID tokens would do as access tokens
 * @param systems clients that act for themselves, by the client credentials grant alone
 * @param apps clients that act for a customer who signed on with them and is linked to an account
 */
@ConfigurationProperties("guichet.bearer")
public record BearerProperties(
        @DefaultValue("guichet") String audience,
        @DefaultValue Set<String> systems,
        @DefaultValue Set<String> apps) {

    public BearerProperties {
        systems = Set.copyOf(systems);
        apps = Set.copyOf(apps);
        if (audience.isBlank()) {
            throw new IllegalArgumentException("guichet.bearer.audience is not empty");
        }
    }
}
