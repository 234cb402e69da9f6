package fr.guichet.identity.signin;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.shared.EmailAddress;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The factor of knowledge. An unknown address, a wrong password, a locked, suspended or passwordless account all end alike and take
 * as long: one statement that writes one row, one hash.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    /** What is compared with when there is nothing to compare with: the hash of a random text, as expensive as any other. */
    static final String NOBODYS_HASH =
            "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$Zd0rNiWcxk1PakyXZuPs1Q$/+yBHOnGSsaJdoH+CKta9J1pTjvHBbzrfm0dTods62U";

    private final SignInAttempts attempts;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final PasswordHashing hashing;
    private final MeterRegistry meters;
    private final Clock clock;

    PasswordSignIn(
            SignInAttempts attempts,
            Accounts accounts,
            PasswordEncoder encoder,
            PasswordHashing hashing,
            MeterRegistry meters,
            Clock clock) {
        this.attempts = attempts;
        this.accounts = accounts;
        this.encoder = encoder;
        this.hashing = hashing;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        var email = claim.getName();
        var password = claim.getCredentials() instanceof CharSequence text ? text : "";
        // The attempt takes its number inside, so that one turned away at the queue is not counted.
        var account = hashing.run(() -> prove(email, password));
        meters.counter("guichet.sign.in", "outcome", account.isPresent() ? "accepted" : "refused")
                .increment();
        return account.map(this::signedIn).orElseThrow(() -> new BadCredentialsException("Refused"));
    }

    private Optional<AccountView> prove(String email, CharSequence password) {
        var attempt = attempts.reserve(
                EmailAddress.parse(email).map(EmailAddress::key).orElse(""));
        var right = encoder.matches(
                password, attempt.map(SignInAttempts.Reserved::passwordHash).orElse(NOBODYS_HASH));
        if (attempt.isEmpty() || !right || !attempts.forgive(attempt.get())) {
            return Optional.empty();
        }
        if (encoder.upgradeEncoding(attempt.get().passwordHash())) {
            attempts.rehash(attempt.get(), accounts.encode(password));
        }
        return accounts.find(attempt.get().account()).filter(AccountView::isActive);
    }

    private Authentication signedIn(AccountView account) {
        var now = clock.instant();
        var authorities = new ArrayList<GrantedAuthority>();
        account.grants().roles().forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        authorities.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(now)
                .build());
        return UsernamePasswordAuthenticationToken.authenticated(SignedInAccount.of(account, now), null, authorities);
    }
}
