package fr.guichet.identity.web;

import fr.guichet.identity.sessions.storage.SessionIdentifiers;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.identity.signon.BankSignOn;
import fr.guichet.identity.signon.EndedSignOn;
import fr.guichet.identity.signon.SignOnLogout;
import fr.guichet.identity.signon.SignOnProperties;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.platform.web.PublicAddress;
import fr.guichet.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** What the bank's sign-on has to say where browsers' sessions begin and end. */
@Component
class SignOnGate {

    /** In our session: the number of the one at the provider that it comes from. */
    private static final String PROVIDER_SESSION = "guichet.sign-on";

    private static final String SIGNED_OUT = "/connexion?raison=signed-out";

    private final SignOnProperties properties;
    private final BankSignOn signOn;
    private final ObjectProvider<SignOnLogout> logout;
    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;
    private final SignInCookies cookies;
    private final PublicAddress address;

    SignOnGate(
            SignOnProperties properties,
            BankSignOn signOn,
            ObjectProvider<SignOnLogout> logout,
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions,
            SignInCookies cookies,
            PublicAddress address) {
        this.properties = properties;
        this.signOn = signOn;
        this.logout = logout;
        this.sessions = sessions;
        this.cookies = cookies;
        this.address = address;
    }

    /**
     * Decides whether this account may come in by what was proven.
     *
     * @return the session at the provider that ours comes from, if it has been waiting for a code until now
     */
    Optional<UUID> admit(Authentication proven, HttpServletRequest request, HttpServletResponse response) {
        var account = SignedInAccounts.of(proven).orElseThrow();
        var bySignOn = has(proven, FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY);
        if (!bySignOn && !properties.ways(account.customer() != null).local()) {
            throw SecurityProblems.LOCAL_SIGN_IN_CLOSED.exception();
        }
        var comesFrom = awaited(account, request, response);
        if (comesFrom.isEmpty() && bySignOn && !has(proven, StrongAuthentication.STRONG_SIGN_ON)) {
            // Signed out at the provider between the two steps.
            throw SecurityProblems.SIGN_IN_REFUSED.exception();
        }
        return comesFrom;
    }

    private Optional<UUID> awaited(SignedInAccount account, HttpServletRequest request, HttpServletResponse response) {
        var comesFrom = cookies.of(Kind.SIGN_ON, request).flatMap(token -> signOn.follow(account.id(), token));
        comesFrom.ifPresent(session -> cookies.takeBack(Kind.SIGN_ON, request, response));
        return comesFrom;
    }

    private static boolean has(Authentication proven, String factor) {
        return proven.getAuthorities().stream().anyMatch(authority -> factor.equals(authority.getAuthority()));
    }

    /** Notes in our session which one at the provider it comes from. */
    static void remember(UUID session, HttpServletRequest request) {
        request.getSession().setAttribute(PROVIDER_SESSION, session.toString());
    }

    /** Our session stands on its own from now on. */
    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PROVIDER_SESSION);
        }
    }

    /** The person signs out here: where to go on to sign out there too. */
    Optional<URI> leave(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(PROVIDER_SESSION) instanceof String there)) {
            return Optional.empty();
        }
        return Optional.ofNullable(logout.getIfAvailable())
                .flatMap(provider -> provider.leave(UUID.fromString(there), address.page(SIGNED_OUT)));
    }

    /** Those sessions at the provider are over: so are ours that came from them, on whichever instance they are used. */
    void end(List<EndedSignOn> ended) {
        from(ended).forEach(session -> sessions.getObject().deleteById(session));
    }

    /** The same, but the session of this request goes on. */
    void endAllBut(HttpServletRequest request, List<EndedSignOn> ended) {
        var own = SessionIdentifiers.inStore(request.getSession().getId());
        from(ended).filter(session -> !session.equals(own)).forEach(session -> sessions.getObject()
                .deleteById(session));
    }

    /** What the store knows our sessions by that came from those. */
    private Stream<String> from(List<EndedSignOn> ended) {
        var over = ended.stream().map(gone -> gone.id().toString()).collect(Collectors.toSet());
        return ended.stream()
                .map(EndedSignOn::account)
                .filter(Objects::nonNull)
                .map(AccountId::toString)
                .distinct()
                .flatMap(account -> sessions.getObject().findByPrincipalName(account).values().stream())
                .filter(session ->
                        session.getAttribute(PROVIDER_SESSION) instanceof String there && over.contains(there))
                .map(Session::getId);
    }
}
