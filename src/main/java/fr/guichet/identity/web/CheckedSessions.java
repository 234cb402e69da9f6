package fr.guichet.identity.web;

import fr.guichet.identity.sessions.SessionFacts;
import fr.guichet.identity.signin.SignInProperties;
import fr.guichet.identity.signin.SignedInAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The security context kept in the session, looked at again before it is believed: an account that was suspended, whose rights have
 * changed, or a session that has grown too old ends here. Requests that do not ask who is there read nothing.
 */
@Component
class CheckedSessions implements SecurityContextRepository {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SignedInAccounts signedIn;
    private final SignInProperties properties;
    private final Clock clock;

    CheckedSessions(SignedInAccounts signedIn, SignInProperties properties, Clock clock) {
        this.signedIn = signedIn;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Checked(sessions.loadDeferredContext(request), request);
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it, and Spring Security's test support uses it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }

    private boolean counts(SignedInAccount session) {
        return !session.signedInAt().plus(properties.maximumAge()).isBefore(clock.instant())
                && signedIn.behind(session).isPresent();
    }

    private final class Checked implements DeferredSecurityContext {

        private final DeferredSecurityContext stored;
        private final HttpServletRequest request;
        private @Nullable SecurityContext checked;

        Checked(DeferredSecurityContext stored, HttpServletRequest request) {
            this.stored = stored;
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (checked == null) {
                checked = check(stored.get());
            }
            return checked;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }

        /** Written when it changes only: a session is read with every request. */
        private void notePlace() {
            var used = request.getSession(false);
            if (used != null
                    && used.getAttribute(SessionFacts.ATTRIBUTE) instanceof SessionFacts facts
                    && !facts.address().equals(request.getRemoteAddr())) {
                used.setAttribute(SessionFacts.ATTRIBUTE, facts.from(request.getRemoteAddr()));
            }
        }

        private SecurityContext check(SecurityContext context) {
            var session = SignedInAccounts.of(context.getAuthentication());
            if (session.isEmpty()) {
                return context;
            }
            if (counts(session.get())) {
                notePlace();
                return context;
            }
            var ended = request.getSession(false);
            if (ended != null) {
                ended.invalidate();
            }
            return SecurityContextHolder.createEmptyContext();
        }
    }
}
