package fr.guichet.identity.web;

import fr.guichet.identity.signon.SignOnClient;
import fr.guichet.identity.signon.SignOnLogout;
import fr.guichet.identity.signon.SignOnOffered;
import fr.guichet.identity.signon.SignOnProperties;
import fr.guichet.identity.signon.SignOnStrength;
import fr.guichet.identity.web.SignOnRequests.Task;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Bank sign-on in the filter chain: Spring Security's two filters, one that sends people off and one that receives them, and ours for
 * the provider's word that somebody signed out there. What comes of it is decided by {@link SignOnReturn}.
 */
@Component
@SignOnOffered
class SignOnFilters {

    private static final String START = "/api/session/sign-on";
    private static final String SIGNED_OUT_THERE = "/api/session/sign-on/logout";

    private final SignOnProperties properties;
    private final SignOnClient client;
    private final SignOnLogout logout;
    private final SignOnRequests requests;
    private final SignOnReturn returning;
    private final SignOnGate gate;

    SignOnFilters(
            SignOnProperties properties,
            SignOnClient client,
            SignOnLogout logout,
            SignOnRequests requests,
            SignOnReturn returning,
            SignOnGate gate) {
        this.properties = properties;
        this.client = client;
        this.logout = logout;
        this.requests = requests;
        this.returning = returning;
        this.gate = gate;
    }

    void addTo(HttpSecurity http, AuthenticationManager authentication) {
        http.addFilterBefore(
                        new SignedOutThereFilter(matcher(HttpMethod.POST, SIGNED_OUT_THERE), logout, gate),
                        CsrfFilter.class)
                .addFilter(leaving())
                .addFilter(returning(authentication));
    }

    private OAuth2AuthorizationRequestRedirectFilter leaving() {
        var filter = new OAuth2AuthorizationRequestRedirectFilter(
                new Leaving(matcher(HttpMethod.GET, START), client.ofOneThatAnswers(), properties));
        filter.setAuthorizationRequestRepository(requests);
        filter.setAuthenticationFailureHandler(returning::refuseToLeave);
        return filter;
    }

    private OAuth2LoginAuthenticationFilter returning(AuthenticationManager authentication) {
        var filter = new OAuth2LoginAuthenticationFilter(client, new NoTokensKept(), SignOnClient.CALLBACK);
        filter.setAuthenticationManager(authentication);
        filter.setAuthorizationRequestRepository(requests);
        // Which session begins, if one does, is decided when it is known whose account it is.
        filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
        filter.setAuthenticationSuccessHandler(returning);
        filter.setAuthenticationFailureHandler(returning);
        return filter;
    }

    private static RequestMatcher matcher(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    /** What is asked of the provider: PKCE always, and an authentication that is renewed when the law says so. */
    private static final class Leaving implements OAuth2AuthorizationRequestResolver {

        private final RequestMatcher start;
        private final ClientRegistrationRepository clients;
        private final SignOnProperties properties;

        Leaving(RequestMatcher start, ClientRegistrationRepository clients, SignOnProperties properties) {
            this.start = start;
            this.clients = clients;
            this.properties = properties;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return start.matches(request) ? resolve(request, SignOnClient.BANK) : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            var task = Task.of(request);
            var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients);
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                    .andThen(builder -> builder.additionalParameters(parameters -> ask(parameters, task)))
                    .andThen(builder -> SignOnRequests.note(task, builder)));
            return resolver.resolve(request, registration);
        }

        /** A provider that is asked for {@code max_age} has to say when it authenticated somebody. */
        private void ask(Map<String, Object> parameters, Task task) {
            parameters.put("max_age", String.valueOf(SignOnStrength.RENEWED_AFTER.toSeconds()));
            if (task.confirm()) {
                parameters.put("prompt", "login");
            }
            properties.strongAcr().stream().findFirst().ifPresent(level -> parameters.put("acr_values", level));
        }
    }

    /** Access and refresh tokens of people are not used, so none is kept. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"}) // the interface has it so
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
