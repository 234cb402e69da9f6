package fr.guichet.identity.web;

import fr.guichet.identity.signin.SignInProperties;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.platform.web.PublicAddress;
import fr.guichet.shared.Role;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one filter chain. It decides who must be signed in, by the table of rights; who may do what is decided by {@link OperationGuard}
 * and where it is done. Whatever is not named here is refused.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInProperties.class)
class IdentitySecurity {

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager authentication,
            CheckedSessions sessions,
            CsrfTokenRepository csrfTokens,
            SecurityProblems problems,
            PublicAddress address,
            ObjectProvider<SignOnFilters> signOn,
            ObjectProvider<Operations> operations,
            Environment environment) {
        signOn.ifAvailable(filters -> filters.addTo(http, authentication));
        return http.authenticationManager(authentication)
                .authorizeHttpRequests(requests -> authorize(requests, operations, environment))
                .securityContext(context -> context.securityContextRepository(sessions))
                .addFilterBefore(new OwnPagesFilter(problems, address), CsrfFilter.class)
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
                .headers(SecurityHeaders::write)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                // Signing out is an operation like any other; nothing is asked for again after signing in.
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            ObjectProvider<Operations> operations,
            Environment environment) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(EndpointRequest.to("health"))
                .permitAll()
                .requestMatchers(onManagementPort(environment))
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .hasRole(Role.ADMINISTRATOR.name())
                .requestMatchers("/actuator", "/actuator/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .requestMatchers(request -> operations.getObject().isOpen(request))
                .permitAll()
                .requestMatchers("/api", "/api/**")
                .access(StrongAuthentication.required())
                // The web app itself, and the addresses inside it.
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .permitAll()
                .anyRequest()
                .denyAll();
    }

    /**
     * A port of its own for operators is not reachable by anyone else: everything there is open to who reaches it. Where none is set,
     * nothing is asked of any request.
     */
    private static RequestMatcher onManagementPort(Environment environment) {
        if (!environment.containsProperty("management.server.port")) {
            return request -> false;
        }
        return request -> {
            var management = environment.getProperty("local.management.port", Integer.class);
            var main = environment.getProperty("local.server.port", Integer.class);
            return management != null && !management.equals(main) && request.getLocalPort() == management;
        };
    }

    @Bean
    AuthenticationManager authenticationManager(
            List<AuthenticationProvider> factors, AuthenticationEventPublisher events) {
        var manager = new ProviderManager(factors);
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    /** A request is measured as a whole; measuring each filter of the chain as well costs a tenth of it. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        // JavaScript must read it, to send it back in a header: that is what proves the page is ours.
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** What happens to the session when rights rise: a new identifier and a new CSRF token. */
    @Bean
    SessionAuthenticationStrategy sessionAuthenticationStrategy(CsrfTokenRepository csrfTokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    }
}
