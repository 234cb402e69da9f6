package fr.guichet.identity.bearer;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.identity.signon.SignOnLinks;
import fr.guichet.identity.signon.SignOnLinks.Subject;
import fr.guichet.identity.signon.SignOnStrength;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Who calls with a valid access token. A token for which nobody signed on is its client's own, if that is one of the systems; all
 * others stand for a customer, who has to be linked to an account and has to have signed on strongly. What is neither is refused: a
 * token of some person must never pass for one of a system, which sees everybody's data.
 */
final class BearerCallers implements Converter<Jwt, AbstractAuthenticationToken> {

    /** RFC 9470: the person behind the token has to authenticate better or anew. */
    static final String STRONGER = "insufficient_user_authentication";

    private final BearerProperties properties;
    private final SignOnLinks links;
    private final SignOnStrength strength;
    private final Accounts accounts;
    private final Clock clock;

    BearerCallers(
            BearerProperties properties, SignOnLinks links, SignOnStrength strength, Accounts accounts, Clock clock) {
        this.properties = properties;
        this.links = links;
        this.strength = strength;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var client = client(token);
        var actor = someoneSignedOn(token) ? customer(client, token) : system(client, token);
        var caller = new BearerCaller(client, actor, scopes(token));
        return UsernamePasswordAuthenticationToken.authenticated(
                caller,
                null,
                List.of(StrongAuthentication.factor(FactorGrantedAuthority.BEARER_AUTHORITY, clock.instant())));
    }

    /** RFC 9068 has the client in {@code client_id}, OpenID Connect in {@code azp}. */
    private static String client(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString("client_id"))
                .or(() -> Optional.ofNullable(token.getClaimAsString("azp")))
                .orElseThrow(() -> new InvalidBearerTokenException("No client"));
    }

    private static boolean someoneSignedOn(Jwt token) {
        return token.hasClaim("auth_time") || token.hasClaim("sid");
    }

    private Actor system(String client, Jwt token) {
        if (!properties.systems().contains(client) || account(token).isPresent()) {
            throw new InvalidBearerTokenException("Not one of the systems");
        }
        return new Actor.SystemActor(client);
    }

    private Actor customer(String client, Jwt token) {
        if (!properties.apps().contains(client)) {
            throw new InvalidBearerTokenException("Not one of the apps");
        }
        var customer = account(token)
                .filter(AccountView::isActive)
                .map(AccountView::actor)
                .filter(CustomerActor.class::isInstance)
                .orElseThrow(() -> new InvalidBearerTokenException("Nobody's account"));
        if (strength.since(acr(token), token.getClaimAsStringList("amr"), token.getClaimAsInstant("auth_time"))
                .isEmpty()) {
            throw new OAuth2AuthenticationException(new BearerTokenError(
                    STRONGER, HttpStatus.UNAUTHORIZED, "A stronger or more recent sign-on is needed", null));
        }
        return customer;
    }

    private Optional<AccountView> account(Jwt token) {
        return Optional.ofNullable(token.getSubject())
                .flatMap(subject ->
                        links.account(new Subject(Objects.requireNonNull(token.getClaimAsString("iss")), subject)))
                .flatMap(accounts::recent);
    }

    private static @Nullable String acr(Jwt token) {
        return token.getClaimAsString("acr");
    }

    private static Set<String> scopes(Jwt token) {
        var scope = token.getClaim("scope") instanceof String text ? text : "";
        return Arrays.stream(scope.split(" ")).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
