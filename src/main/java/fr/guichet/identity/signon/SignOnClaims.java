package fr.guichet.identity.signon;

import com.nimbusds.jwt.JWTParser;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.signon.SignOnSessions.SignOnSession;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** What the configured claims of a token say about whose account it is. */
@Component
class SignOnClaims {

    private static final int LONGEST_NAME = 100;

    private final SignOnProperties properties;
    private final SignOnLinks links;
    private final Accounts accounts;

    SignOnClaims(SignOnProperties properties, SignOnLinks links, Accounts accounts) {
        this.properties = properties;
        this.links = links;
        this.accounts = accounts;
    }

    /** What they say. */
    sealed interface Says {
        /** No such claim is configured, or this token has none. */
        record Nothing() implements Says {}

        /** Someone who has no account here. */
        record Nobody() implements Says {}

        record Account(AccountId account) implements Says {}
    }

    Says account(OidcIdToken token) {
        var customer = value(token, properties.customerClaim());
        var staff = value(token, properties.staffClaim());
        if (customer == null && staff == null) {
            return new Says.Nothing();
        }
        if (customer != null && staff != null) {
            // Nobody is both under one account, and which of the two is meant is not for us to guess.
            return new Says.Nobody();
        }
        var account = customer != null
                ? id(customer).map(CustomerId::new).flatMap(links::accountOf)
                : id(Objects.requireNonNull(staff)).map(AccountId::new).filter(this::isStaff);
        return account.<Says>map(Says.Account::new).orElseGet(Says.Nobody::new);
    }

    private boolean isStaff(AccountId account) {
        return accounts.find(account)
                .map(AccountView::grants)
                .filter(grants -> grants.customer().isEmpty())
                .isPresent();
    }

    private static @Nullable String value(OidcIdToken token, @Nullable String claim) {
        return claim == null || token.getClaim(claim) == null ? null : token.getClaimAsString(claim);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a person recognises himself by at the provider, from a token that was checked when it came. */
    static String displayName(SignOnSession session) {
        try {
            var claims = JWTParser.parse(session.idToken()).getJWTClaimsSet().getClaims();
            var name = names(claims).findFirst().orElse(session.subject().subject());
            return name.substring(0, Math.min(LONGEST_NAME, name.length()));
        } catch (ParseException e) {
            throw new IllegalStateException("A token that could be read when it came cannot be read now", e);
        }
    }

    private static Stream<String> names(Map<String, Object> claims) {
        return Stream.of("preferred_username", "name", "email")
                .map(claims::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isBlank());
    }
}
