package fr.guichet.testing;

import fr.guichet.identity.rights.Operation;
import fr.guichet.identity.rights.Rights;
import fr.guichet.identity.rights.RightsTable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets anyone in below {@code /api/probe}, where tests put controllers of their own (test components), and gives each of their
 * operations a line in the table of rights. Who sends {@link #USER} is taken for that account.
 */
@TestConfiguration(proxyBeanMethods = false)
public class OpenDoors {

    public static final String USER = "X-Test-User";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain openDoorsForProbes(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/probe/**")
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TestUser(), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Primary
    Rights rightsToProbes(ListableBeanFactory beans) {
        var probes = Arrays.stream(beans.getBeanNamesForAnnotation(TestComponent.class))
                .map(beans::getType)
                .filter(Objects::nonNull)
                .filter(type -> AnnotatedElementUtils.hasAnnotation(type, RestController.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .map(method -> Operation.on(method.getName()).everyone());
        return new Rights(Stream.concat(RightsTable.OPERATIONS.stream(), probes).toList());
    }

    private static final class TestUser extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var user = request.getHeader(USER);
            if (user != null) {
                var token = new TestingAuthenticationToken(user, "");
                token.setAuthenticated(true);
                SecurityContextHolder.getContext().setAuthentication(token);
            }
            chain.doFilter(request, response);
        }
    }
}
