package fr.guichet.identity.signin;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.factors.SecondFactor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What the bank takes as strong: a passkey that verified its user, or two independent factors (Directive (EU) 2015/2366, article
 * 4(30)), or the bank's own sign-on when it says that it did as much. Nobody who proved less has a session.
 */
public final class StrongAuthentication {

    /** The bank's sign-on authenticated strongly, by its own word. */
    public static final String STRONG_SIGN_ON = "FACTOR_STRONG_SIGN_ON";

    /** Each of these is strong, or makes what came before it strong. */
    private static final List<String> STRONGEST = Stream.concat(
                    Stream.of(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, STRONG_SIGN_ON),
                    Arrays.stream(SecondFactor.values()).map(SecondFactor::authority))
            .toList();

    private StrongAuthentication() {}

    public static FactorGrantedAuthority factor(String authority, Instant provenAt) {
        return FactorGrantedAuthority.withAuthority(authority)
                .issuedAt(provenAt)
                .build();
    }

    /** The account with its roles and the factors that were proven. */
    public static Authentication of(AccountView account, Instant now, GrantedAuthority... factors) {
        var authorities = new ArrayList<GrantedAuthority>();
        account.grants().roles().forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        authorities.addAll(List.of(factors));
        return UsernamePasswordAuthenticationToken.authenticated(SignedInAccount.of(account, now), null, authorities);
    }

    /** The same person, with a factor proven anew. */
    public static Authentication refreshed(Authentication before, FactorGrantedAuthority factor) {
        var authorities = new ArrayList<GrantedAuthority>(before.getAuthorities().stream()
                .filter(authority -> !Objects.equals(authority.getAuthority(), factor.getAuthority()))
                .toList());
        authorities.add(factor);
        return UsernamePasswordAuthenticationToken.authenticated(
                Objects.requireNonNull(before.getPrincipal()), null, authorities);
    }

    /** The same session, of an account that has changed since it began. */
    public static Authentication following(Authentication before, AccountView account) {
        var factors = before.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .toArray(GrantedAuthority[]::new);
        var began = before.getPrincipal() instanceof SignedInAccount session ? session.signedInAt() : Instant.EPOCH;
        return of(account, began, factors);
    }

    /** Grants whoever authenticated strongly, however long ago. */
    public static <T> AuthorizationManager<T> required() {
        var ways = new ArrayList<AllRequiredFactorsAuthorizationManager<T>>();
        for (var second : SecondFactor.values()) {
            for (var first : FirstFactor.values()) {
                ways.add(AllRequiredFactorsAuthorizationManager.<T>builder()
                        .requireFactor(factor -> factor.authority(first.authority()))
                        .requireFactor(factor -> factor.authority(second.authority()))
                        .build());
            }
        }
        ways.add(one(RequiredFactor.builder().webauthnAuthority().build()));
        ways.add(one(RequiredFactor.withAuthority(STRONG_SIGN_ON).build()));
        // A token of another system: whether its bearer had to be strong was asked when it was read (identity.bearer).
        ways.add(one(RequiredFactor.builder().bearerTokenAuthority().build()));
        return anyOf(ways);
    }

    /** Grants whoever has proven a factor that counts a short while ago: for acts that a forgotten open session must not allow. */
    public static <T> AuthorizationManager<T> fresh(Duration within, Clock clock) {
        var ways = new ArrayList<AllRequiredFactorsAuthorizationManager<T>>();
        for (var authority : STRONGEST) {
            AllRequiredFactorsAuthorizationManager<T> way = one(RequiredFactor.withAuthority(authority)
                    .validDuration(within)
                    .build());
            way.setClock(clock);
            ways.add(way);
        }
        return anyOf(ways);
    }

    /** When a factor that counts was last proven. */
    public static Instant lastProven(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(factor -> STRONGEST.contains(factor.getAuthority()))
                .map(FactorGrantedAuthority::getIssuedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static <T> AllRequiredFactorsAuthorizationManager<T> one(RequiredFactor factor) {
        return AllRequiredFactorsAuthorizationManager.<T>builder()
                .requireFactor(factor)
                .build();
    }

    @SuppressWarnings("unchecked") // an array of a generic type is what the method takes
    private static <T> AuthorizationManager<T> anyOf(List<AllRequiredFactorsAuthorizationManager<T>> ways) {
        return AllRequiredFactorsAuthorizationManager.anyOf(
                ways.toArray(AllRequiredFactorsAuthorizationManager[]::new));
    }
}
