package fr.guichet.identity.web;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.identity.signin.StrongAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
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
    private final Clock clock;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    BrowserSessions(
            SessionAuthenticationStrategy onRise,
            CheckedSessions contexts,
            CsrfTokenRepository csrfTokens,
            Clock clock) {
        this.onRise = onRise;
        this.clock = clock;
        this.contexts = contexts;
        this.csrf = new CsrfLogoutHandler(csrfTokens);
        this.logout.setSecurityContextRepository(contexts);
    }

    /**
     * Binds the browser's session to who has just proven who he is. What another person left in it does not survive; the identifier
     * and the CSRF token are new in any case, so that one known before is worth nothing.
     */
    void begin(Authentication proven, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null
                && !account(proven)
                        .equals(account(SecurityContextHolder.getContext().getAuthentication()))) {
            before.invalidate();
        }
        rise(proven, request, response);
    }

    /** Notes in the session that a factor was proven anew, under a new identifier. */
    void refresh(String factor, HttpServletRequest request, HttpServletResponse response) {
        var before = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        var now = clock.instant();
        rise(StrongAuthentication.refreshed(before, StrongAuthentication.factor(factor, now)), request, response);
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

    void end(HttpServletRequest request, HttpServletResponse response) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        csrf.logout(request, response, authentication);
        logout.logout(request, response, authentication);
    }

    private static Optional<UUID> account(@Nullable Authentication authentication) {
        return SignedInAccounts.of(authentication).map(SignedInAccount::account);
    }
}
