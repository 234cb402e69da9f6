package fr.guichet.identity.signon;

import fr.guichet.platform.web.PublicAddress;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** The parts of bank sign-on. Those that speak to a provider exist only where one is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignOnProperties.class)
class SignOnConfiguration {

    @Bean
    SignOnStrength signOnStrength(SignOnProperties properties, Clock clock) {
        return new SignOnStrength(properties, clock);
    }

    @Bean
    @WithIdentityProvider
    IdentityProvider identityProvider(SignOnProperties properties) {
        return new IdentityProvider(properties);
    }

    @Bean
    @SignOnOffered
    SignOnClient signOnClient(SignOnProperties properties, IdentityProvider provider, PublicAddress address) {
        return new SignOnClient(properties, provider, address);
    }

    @Bean
    @SignOnOffered
    SignOnLogout signOnLogout(
            SignOnProperties properties, IdentityProvider provider, SignOnSessions sessions, Clock clock) {
        return new SignOnLogout(properties, provider, sessions, clock);
    }

    /** Spring Security's own, with our timeouts and keys; what the ID token says is enough, nobody is looked up further. */
    @Bean
    @SignOnOffered
    AuthenticationProvider signOnAuthentication(IdentityProvider provider, Clock clock) {
        var authentication = new OidcAuthorizationCodeAuthenticationProvider(
                request -> tokenEndpoint(provider).getTokenResponse(request),
                request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        authentication.setJwtDecoderFactory(client -> idTokens(provider, client, clock));
        return authentication;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenEndpoint(IdentityProvider provider) {
        var endpoint = new RestClientAuthorizationCodeTokenResponseClient();
        endpoint.setRestClient(provider.http()
                .client()
                .mutate()
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return endpoint;
    }

    private static JwtDecoder idTokens(IdentityProvider provider, ClientRegistration client, Clock clock) {
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        var claims = new OidcIdTokenValidator(client);
        claims.setClock(clock);
        var decoder = provider.decoder(Set.of(), true, new DelegatingOAuth2TokenValidator<>(List.of(times, claims)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
