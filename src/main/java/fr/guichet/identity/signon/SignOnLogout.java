package fr.guichet.identity.signon;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing out in one place is signing out in both. */
public final class SignOnLogout {

    private static final Duration LATEST = Duration.ofMinutes(5);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final IdentityProvider provider;
    private final SignOnSessions sessions;
    private final String client;
    private final JwtDecoder tokens;
    private final Clock clock;

    SignOnLogout(SignOnProperties properties, IdentityProvider provider, SignOnSessions sessions, Clock clock) {
        this.provider = provider;
        this.sessions = sessions;
        this.client = Objects.requireNonNull(properties.clientId());
        this.clock = clock;
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        tokens = provider.decoder(
                Set.of("logout+jwt"),
                !properties.typedLogoutTokens(),
                new DelegatingOAuth2TokenValidator<>(List.of(times, new LogoutToken())));
    }

    /**
     * The person signs out here: where to go on, so as to sign out there too (OpenID Connect RP-Initiated Logout).
     *
     * @param session the session at the provider
     * @param back where to come back to
     * @return empty when the provider does not offer that, is away, or has ended its session already
     */
    public Optional<URI> leave(UUID session, URI back) {
        var there = sessions.find(session);
        sessions.remove(session);
        return there.flatMap(found -> endSession().map(address -> UriComponentsBuilder.fromUri(address)
                .queryParam("id_token_hint", "{hint}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(Map.of("hint", found.idToken(), "client", client, "back", back))
                .toUri()));
    }

    private Optional<URI> endSession() {
        try {
            return Optional.ofNullable(provider.metadata().endSession());
        } catch (SignOnUnavailableException e) {
            return Optional.empty();
        }
    }

    /**
     * The provider says that somebody signed out there (OpenID Connect Back-Channel Logout).
     *
     * @return the sessions that are over
     * @throws org.springframework.security.oauth2.jwt.BadJwtException when it is not the provider who says so
     * @throws org.springframework.security.oauth2.jwt.JwtException when that cannot be told now
     */
    public List<EndedSignOn> end(String logoutToken) {
        var token = tokens.decode(logoutToken);
        return sessions.end(provider.issuer(), token.getSubject(), token.getClaimAsString("sid"));
    }

    /** What section 2.6 of the specification asks of the token, but for its signature. */
    private final class LogoutToken implements OAuth2TokenValidator<Jwt> {

        @Override
        public OAuth2TokenValidatorResult validate(Jwt token) {
            var wrong = new ArrayList<OAuth2Error>();
            check(wrong, "iss", provider.issuer().equals(token.getClaimAsString("iss")));
            check(
                    wrong,
                    "aud",
                    token.getAudience() != null && token.getAudience().contains(client));
            check(
                    wrong,
                    "iat",
                    token.getIssuedAt() != null
                            && token.getIssuedAt().plus(LATEST).isAfter(clock.instant()));
            check(wrong, "jti", token.getId() != null);
            check(wrong, "sub and sid", token.getSubject() != null || token.getClaim("sid") != null);
            check(
                    wrong,
                    "events",
                    token.getClaim("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map<?, ?>);
            check(wrong, "nonce", token.getClaim("nonce") == null);
            return wrong.isEmpty() ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(wrong);
        }

        private static void check(List<OAuth2Error> wrong, String claim, boolean right) {
            if (!right) {
                wrong.add(new OAuth2Error("invalid_token", "The claim " + claim + " is not what it must be", null));
            }
        }
    }
}
