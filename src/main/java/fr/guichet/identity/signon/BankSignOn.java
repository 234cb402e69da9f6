package fr.guichet.identity.signon;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.factors.FactorNotices;
import fr.guichet.identity.signin.CodeSignIn;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.SignInProperties;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.identity.signon.SignOnLinks.Proof;
import fr.guichet.identity.signon.SignOnLinks.Subject;
import fr.guichet.identity.signon.SignOnOutcome.CodeAwaited;
import fr.guichet.identity.signon.SignOnOutcome.Confirmed;
import fr.guichet.identity.signon.SignOnOutcome.OwnerAwaited;
import fr.guichet.identity.signon.SignOnOutcome.Refused;
import fr.guichet.identity.signon.SignOnOutcome.SignedIn;
import fr.guichet.identity.signon.SignOnSessions.SignOnSession;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Service;

/**
 * Decides what follows from what the bank's sign-on says of somebody, and who there is which account. An e-mail address decides
 * nothing: providers hand addresses out again, and not all of them look whether an address is the person's. What decides is a claim
 * that only the bank can set, or, once, the account's owner, who signs in here as well and says so.
 */
@Service
public class BankSignOn {

    private final SignOnProperties properties;
    private final SignOnClaims claims;
    private final SignOnLinks links;
    private final SignOnSessions sessions;
    private final SignOnStrength strength;
    private final Accounts accounts;
    private final CodeSignIn codes;
    private final SignInProperties signIn;
    private final FactorNotices notices;
    private final AccountTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    BankSignOn(
            SignOnProperties properties,
            SignOnClaims claims,
            SignOnLinks links,
            SignOnSessions sessions,
            SignOnStrength strength,
            Accounts accounts,
            CodeSignIn codes,
            SignInProperties signIn,
            FactorNotices notices,
            AccountTrail trail,
            Transactions transactions,
            Clock clock) {
        this.properties = properties;
        this.claims = claims;
        this.links = links;
        this.sessions = sessions;
        this.strength = strength;
        this.accounts = accounts;
        this.codes = codes;
        this.signIn = signIn;
        this.notices = notices;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody came back from the sign-on to sign in. */
    public SignOnOutcome signIn(OidcIdToken token) {
        return transactions.call(() -> switch (owner(token)) {
            case Owner.Nobody _ ->
                properties.customers().local() || properties.staff().local()
                        ? new OwnerAwaited(sessions.await(subject(token), sid(token), null, token.getTokenValue()))
                        : new Refused(SignOnRefusal.UNKNOWN);
            case Owner.Refused(var why) -> new Refused(why);
            case Owner.Of(var account) -> comeIn(account, token);
        });
    }

    /** Somebody came back from the sign-on to prove anew that it is still the person who is signed in. */
    public SignOnOutcome confirm(OidcIdToken token, AccountId signedIn) {
        var isTheSame = links.account(subject(token)).filter(signedIn::equals).isPresent();
        return strongSince(token)
                .filter(since -> isTheSame && !since.plus(signIn.fresh()).isBefore(clock.instant()))
                .<SignOnOutcome>map(Confirmed::new)
                .orElseGet(() -> new Refused(SignOnRefusal.NOT_CONFIRMED));
    }

    private SignOnOutcome comeIn(AccountView account, OidcIdToken token) {
        if (!account.isActive() || !ways(account).signOn()) {
            return new Refused(SignOnRefusal.CLOSED);
        }
        var since = strongSince(token);
        if (since.isEmpty()) {
            return new CodeAwaited(
                    codes.beginAfterSignOn(account),
                    sessions.await(subject(token), sid(token), account.id(), token.getTokenValue()));
        }
        var now = clock.instant();
        var proven = StrongAuthentication.of(
                account,
                now,
                StrongAuthentication.factor(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, now),
                StrongAuthentication.factor(StrongAuthentication.STRONG_SIGN_ON, since.get()));
        return new SignedIn(proven, sessions.begin(subject(token), sid(token), account.id(), token.getTokenValue()));
    }

    /** Whose account it is. */
    private sealed interface Owner {
        record Of(AccountView account) implements Owner {}

        record Refused(SignOnRefusal why) implements Owner {}

        /** Nobody is linked yet, and no claim says who it is. */
        record Nobody() implements Owner {}
    }

    private Owner owner(OidcIdToken token) {
        var subject = subject(token);
        var linked = links.account(subject);
        return switch (claims.account(token)) {
            case SignOnClaims.Says.Nothing _ ->
                linked.map(this::existing).<Owner>map(Owner.Of::new).orElseGet(Owner.Nobody::new);
            case SignOnClaims.Says.Nobody _ -> new Owner.Refused(SignOnRefusal.UNKNOWN);
            case SignOnClaims.Says.Account(var claimed) ->
                linked.or(() -> linkByClaim(subject, claimed))
                                .filter(claimed::equals)
                                .isPresent()
                        ? new Owner.Of(existing(claimed))
                        : new Owner.Refused(SignOnRefusal.CONFLICT);
        };
    }

    private Optional<AccountId> linkByClaim(Subject subject, AccountId claimed) {
        if (links.add(subject, claimed, Proof.CLAIM)) {
            changed(claimed, Change.BANK_SIGN_ON_LINKED, AccountAudit.BANK_SIGN_ON_LINKED);
        }
        // Whoever came first: of two browsers at once, one.
        return links.account(subject);
    }

    private AccountView existing(AccountId account) {
        return accounts.find(account).orElseThrow();
    }

    /** The name by which somebody waits to be linked, as the provider gives it; empty when nobody does. */
    public Optional<String> awaitingLink(OneTimeToken token) {
        return sessions.awaited(token)
                .filter(session -> session.account() == null)
                .map(SignOnClaims::displayName);
    }

    /**
     * Links the account to whoever signed on in the same browser.
     *
     * @return the session at the provider; empty when nobody waits, or one of the two is linked already
     */
    public Optional<UUID> link(AccountId account, OneTimeToken token) {
        return transactions.call(() -> sessions.awaited(token)
                .filter(session -> session.account() == null)
                .filter(session -> ways(existing(account)).signOn())
                .filter(session -> sessions.follow(session.id(), account))
                .filter(session -> links.add(session.subject(), account, Proof.OWNER))
                .map(session -> {
                    changed(account, Change.BANK_SIGN_ON_LINKED, AccountAudit.BANK_SIGN_ON_LINKED);
                    return session.id();
                }));
    }

    /**
     * A session of ours is about to begin in a browser that came from the sign-on and had a code to enter first.
     *
     * @return the session at the provider that it comes from; empty when there is none, or the provider has ended it meanwhile
     */
    public Optional<UUID> follow(AccountId account, OneTimeToken token) {
        return transactions.call(() -> sessions.awaited(token)
                .filter(session -> account.equals(session.account()))
                .filter(session -> sessions.follow(session.id(), account))
                .map(SignOnSession::id));
    }

    /** Nobody is to be linked after all. */
    public void abandon(OneTimeToken token) {
        sessions.remove(token);
    }

    public Optional<Instant> linkedSince(AccountId account) {
        return properties.issuer() == null ? Optional.empty() : links.since(account, properties.issuer());
    }

    /** Whether this account can still come in when it is linked to nobody. */
    public boolean isLocalAllowed(AccountId account) {
        return ways(existing(account)).local() && links.hasLocalFactor(account);
    }

    /**
     * Takes the link away.
     *
     * @return the sessions at the provider that ours came from: those end
     */
    public List<EndedSignOn> unlink(AccountId account) {
        var issuer = properties.issuer();
        return transactions.call(() -> {
            if (issuer == null || !links.remove(account, issuer)) {
                return List.of();
            }
            changed(account, Change.BANK_SIGN_ON_UNLINKED, AccountAudit.BANK_SIGN_ON_UNLINKED);
            return sessions.forget(account);
        });
    }

    private void changed(AccountId account, Change change, AccountAudit what) {
        notices.changed(account, change);
        trail.did(account, what);
    }

    private SignOnProperties.Ways ways(AccountView account) {
        return properties.ways(account.grants().customer().isPresent());
    }

    private Optional<Instant> strongSince(OidcIdToken token) {
        return strength.since(
                token.getAuthenticationContextClass(), token.getAuthenticationMethods(), token.getAuthenticatedAt());
    }

    private static Subject subject(OidcIdToken token) {
        return new Subject(
                Objects.requireNonNull(token.getClaimAsString("iss")), Objects.requireNonNull(token.getSubject()));
    }

    private static @Nullable String sid(OidcIdToken token) {
        return token.getClaimAsString("sid");
    }
}
