package fr.guichet.identity.web;

import fr.guichet.identity.signon.SignOnClient;
import fr.guichet.identity.signon.SignOnLogout;
import fr.guichet.identity.signon.SignOnOffered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Bank sign-on in the filter chain: Spring Security's filter that receives those who come back, and ours for the provider's word that
 * somebody signed out there. What comes of it is decided by {@link SignOnReturn}; who leaves, leaves by {@link SignOnDeparture}.
 */
@Component
@SignOnOffered
class SignOnFilters {

    private static final String SIGNED_OUT_THERE = "/api/session/sign-on/logout";

    private final SignOnClient client;
    private final SignOnLogout logout;
    private final SignOnRequests requests;
    private final SignOnReturn returning;
    private final SignOnGate gate;
    private final RequestLimitGuard limits;

    SignOnFilters(
            SignOnClient client,
            SignOnLogout logout,
            SignOnRequests requests,
            SignOnReturn returning,
            SignOnGate gate,
            RequestLimitGuard limits) {
        this.client = client;
        this.logout = logout;
        this.requests = requests;
        this.returning = returning;
        this.gate = gate;
        this.limits = limits;
    }

    void addTo(HttpSecurity http, AuthenticationManager authentication) {
        var signedOutThere = matcher(HttpMethod.POST, SIGNED_OUT_THERE);
        var back = matcher(HttpMethod.GET, SignOnClient.CALLBACK);
        http.addFilterBefore(
                        new LimitedSignOnFilter(
                                signedOutThere,
                                "signedOutThere",
                                limits,
                                (_, response) -> response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value())),
                        CsrfFilter.class)
                .addFilterBefore(new SignedOutThereFilter(signedOutThere, logout, gate), CsrfFilter.class)
                .addFilterBefore(
                        new LimitedSignOnFilter(back, "returnFromSignOn", limits, returning::refuseForNow),
                        OAuth2LoginAuthenticationFilter.class)
                .addFilter(returning(authentication));
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
