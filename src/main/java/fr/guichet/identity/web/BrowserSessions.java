package fr.guichet.identity.web;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.sessions.KnownDevices;
import fr.guichet.identity.sessions.SessionFacts;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.SignInProperties;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.platform.web.Devices;
import fr.guichet.platform.web.RequestOrigin;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.TimeOrderedIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfLogoutHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and ends the session a browser holds by its cookie. Every way of signing in goes through here. */
@Component
class BrowserSessions {

    private final SessionAuthenticationStrategy onRise;
    private final SecurityContextRepository contexts;
    private final CsrfLogoutHandler csrf;
    private final SignOnGate signOn;
    private final SignInCookies cookies;
    private final KnownDevices devices;
    private final AccountTrail trail;
    private final SignInProperties properties;
    private final Clock clock;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    BrowserSessions(
            SessionAuthenticationStrategy onRise,
            CheckedSessions contexts,
            CsrfTokenRepository csrfTokens,
            SignOnGate signOn,
            SignInCookies cookies,
            KnownDevices devices,
            AccountTrail trail,
            SignInProperties properties,
            Clock clock) {
        this.cookies = cookies;
        this.devices = devices;
        this.trail = trail;
        this.properties = properties;
        this.onRise = onRise;
        this.signOn = signOn;
        this.clock = clock;
        this.contexts = contexts;
        this.csrf = new CsrfLogoutHandler(csrfTokens);
        this.logout.setSecurityContextRepository(contexts);
    }

    /**
     * Binds the browser's session to who has just proven who he is. What another person left in it does not survive; the identifier
     * and the CSRF token are new in any case, so that one known before is worth nothing.
     *
     * @throws fr.guichet.platform.web.ProblemException when this kind of account does not come in this way
     */
    void begin(Authentication proven, HttpServletRequest request, HttpServletResponse response) {
        var comesFrom = signOn.admit(proven, request, response);
        var before = request.getSession(false);
        if (before != null
                && !account(proven)
                        .equals(account(SecurityContextHolder.getContext().getAuthentication()))) {
            before.invalidate();
        }
        account(proven).ifPresent(account -> trail.didApart(new AccountId(account), AccountAudit.SIGNED_IN));
        rise(proven, request, response);
        describe(request, response);
        comesFrom.ifPresent(session -> SignOnGate.remember(session, request));
    }

    /** From which device, for its owner to recognise; and whether that is a new one. */
    private void describe(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession();
        session.setMaxInactiveInterval((int) properties.idle().toSeconds());
        var device = RequestOrigin.current().map(RequestOrigin::device).map(Devices::words);
        session.setAttribute(
                SessionFacts.ATTRIBUTE,
                new SessionFacts(TimeOrderedIds.next(), device.orElse(""), request.getRemoteAddr(), clock.instant()));
        var known = cookies.of(Kind.DEVICE, request).orElseGet(OneTimeToken::next);
        cookies.give(Kind.DEVICE, known, request, response);
        account(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(account -> devices.seen(new AccountId(account), known, device.orElse(null)));
    }

    /** By which its owner and the audit trail know the session of this request; the same through all changes of its identifier. */
    static UUID number(HttpServletRequest request) {
        return request.getSession().getAttribute(SessionFacts.ATTRIBUTE) instanceof SessionFacts facts
                ? facts.id()
                : new UUID(0, 0);
    }

    /** Once account or health data was shown, the session ends sooner when nobody is there. */
    void showedAccountData(HttpServletRequest request) {
        var session = request.getSession(false);
        var shorter = (int) properties.idleWithAccountData().toSeconds();
        if (session != null && session.getMaxInactiveInterval() > shorter) {
            session.setMaxInactiveInterval(shorter);
        }
    }

    /** Notes in the session that a factor was proven anew, under a new identifier. */
    void refresh(String factor, HttpServletRequest request, HttpServletResponse response) {
        refresh(StrongAuthentication.factor(factor, clock.instant()), request, response);
    }

    /** The same for a factor that was proven elsewhere, a moment before. */
    void refresh(FactorGrantedAuthority factor, HttpServletRequest request, HttpServletResponse response) {
        var before = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        account(before).ifPresent(account -> trail.didApart(new AccountId(account), AccountAudit.IDENTITY_CONFIRMED));
        rise(StrongAuthentication.refreshed(before, factor), request, response);
    }

    /** Keeps this one session going when a change to its own account ended all of them. */
    void followAccount(AccountView account, HttpServletRequest request, HttpServletResponse response) {
        var before = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        rise(StrongAuthentication.following(before, account), request, response);
    }

    private void rise(Authentication proven, HttpServletRequest request, HttpServletResponse response) {
        onRise.onAuthentication(proven, request, response);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken fresh) {
            // Reading it writes its cookie.
            fresh.getToken();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(proven);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Where to go on to sign out of the bank's sign-on too; empty when the session did not come from there. */
    Optional<URI> end(HttpServletRequest request, HttpServletResponse response) {
        var goOn = signOn.leave(request);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        account(authentication).ifPresent(account -> trail.didApart(new AccountId(account), AccountAudit.SIGNED_OUT));
        csrf.logout(request, response, authentication);
        logout.logout(request, response, authentication);
        return goOn;
    }

    private static Optional<UUID> account(@Nullable Authentication authentication) {
        return SignedInAccounts.of(authentication).map(SignedInAccount::account);
    }
}
