package fr.guichet.identity.bearer;

import fr.guichet.identity.signon.IdentityProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Judges access tokens (RFC 9068): signed by the provider, issued by it for us, and in force, give or take half a minute between two
 * clocks. Nothing is prepared before the first one comes.
 */
public final class BearerTokens {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final SingletonSupplier<JwtAuthenticationProvider> judge;

    BearerTokens(BearerProperties properties, IdentityProvider provider, BearerCallers callers, Clock clock) {
        judge = SingletonSupplier.of(() -> judge(properties, provider, callers, clock));
    }

    private static JwtAuthenticationProvider judge(
            BearerProperties properties, IdentityProvider provider, BearerCallers callers, Clock clock) {
        var times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setClock(clock);
        var judge = new JwtAuthenticationProvider(provider.decoder(
                Set.of("at+jwt", "application/at+jwt"),
                true,
                new DelegatingOAuth2TokenValidator<>(List.of(
                        times,
                        new JwtIssuerValidator(provider.issuer()),
                        claim("exp", token -> token.getExpiresAt() != null),
                        claim(
                                "aud",
                                token -> token.getAudience() != null
                                        && token.getAudience().contains(properties.audience()))))));
        judge.setJwtAuthenticationConverter(callers);
        return judge;
    }

    private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<Jwt> isRight) {
        return token -> isRight.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "The claim " + name + " is not what it must be", null));
    }

    /**
     * Says who calls.
     *
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException when the token is not valid here
     * @throws AuthenticationServiceException when the provider's keys cannot be had: nothing was decided
     */
    public Authentication authenticate(Authentication token) {
        try {
            return judge.obtain().authenticate(token);
        } catch (IllegalArgumentException e) {
            // A claim that has not the form it must have, and is asked for all the same.
            throw new InvalidBearerTokenException("A claim cannot be read", e);
        }
    }
}
