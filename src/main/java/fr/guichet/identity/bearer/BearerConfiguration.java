package fr.guichet.identity.bearer;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.signon.IdentityProvider;
import fr.guichet.identity.signon.SignOnLinks;
import fr.guichet.identity.signon.SignOnProperties;
import fr.guichet.identity.signon.SignOnStrength;
import fr.guichet.identity.signon.WithIdentityProvider;
import fr.guichet.platform.start.StartRefused;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bearer tokens, where there is somebody to issue them. */
@Configuration(proxyBeanMethods = false)
@WithIdentityProvider
@EnableConfigurationProperties(BearerProperties.class)
class BearerConfiguration {

    @Bean
    BearerTokens bearerTokens(
            BearerProperties properties,
            SignOnProperties signOn,
            IdentityProvider provider,
            SignOnLinks links,
            SignOnStrength strength,
            Accounts accounts,
            Clock clock) {
        if (properties.audience().equals(signOn.clientId())) {
            throw new StartRefused(
                    "guichet.bearer.audience and guichet.sign-on.client-id are both %s: give them two names, or tokens that say who somebody is would pass for tokens that allow something."
                            .formatted(properties.audience()));
        }
        return new BearerTokens(
                properties, provider, new BearerCallers(properties, links, strength, accounts, clock), clock);
    }
}
