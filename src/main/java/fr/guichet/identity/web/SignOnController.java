package fr.guichet.identity.web;

import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signon.BankSignOn;
import fr.guichet.identity.signon.SignOnUnavailableException;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.identity.web.SignOnRequests.Task;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way to the bank's sign-on, and linking an account to a person there. The browser comes back by a navigation, which a filter
 * receives; where it ends says {@link SignOnReturn}.
 */
@RestController
class SignOnController {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnController.class);

    private final ObjectProvider<SignOnDeparture> departure;
    private final BankSignOn signOn;
    private final SignOnGate gate;
    private final SignedInAccounts signedIn;
    private final SignInCookies cookies;

    SignOnController(
            ObjectProvider<SignOnDeparture> departure,
            BankSignOn signOn,
            SignOnGate gate,
            SignedInAccounts signedIn,
            SignInCookies cookies) {
        this.departure = departure;
        this.signOn = signOn;
        this.gate = gate;
        this.signedIn = signedIn;
        this.cookies = cookies;
    }

    /**
     * Begins signing on at the bank: the page goes on to the address that it gets. It is asked for by a page of ours and not by a link,
     * so that no other site can lead somebody into a session without her knowing.
     */
    @PostMapping("/api/session/sign-on")
    GoOn startSignOn(@Valid @RequestBody StartSignOn wanted, HttpServletRequest request, HttpServletResponse response) {
        var offered = Optional.ofNullable(departure.getIfAvailable())
                .orElseThrow(() -> Problems.notFound().exception());
        try {
            return new GoOn(offered.leave(Task.of(wanted.confirm(), wanted.next()), request, response));
        } catch (SignOnUnavailableException e) {
            LOG.info("Nobody can leave for the bank's sign-on: {}", e.getMessage());
            throw SecurityProblems.SIGN_ON_UNAVAILABLE.exception();
        }
    }

    /**
     * Links the account that is signed in to whoever signed on at the bank in this browser a moment ago ({@code signOnToLink} of the
     * session). It is asked, never done by itself: two people may have used one browser.
     */
    @PutMapping("/api/security/sign-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void linkSignOn(HttpServletRequest request, HttpServletResponse response) {
        var account = account();
        var session =
                signOn.link(account, awaited(request)).orElseThrow(SecurityProblems.SIGN_ON_NOT_LINKED::exception);
        cookies.takeBack(Kind.SIGN_ON, request, response);
        SignOnGate.remember(session, request);
    }

    /** Takes the link away. Sessions that came by it end, but for this one. */
    @DeleteMapping("/api/security/sign-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlinkSignOn(HttpServletRequest request) {
        var account = account();
        if (!signOn.isLocalAllowed(account)) {
            throw SecurityProblems.SIGN_ON_NEEDED.exception();
        }
        SignOnGate.forget(request);
        gate.endAllBut(request, signOn.unlink(account));
    }

    /** Does not link them; who signed on at the bank is forgotten. */
    @DeleteMapping("/api/session/sign-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandonSignOn(HttpServletRequest request, HttpServletResponse response) {
        cookies.of(Kind.SIGN_ON, request).ifPresent(signOn::abandon);
        cookies.takeBack(Kind.SIGN_ON, request, response);
    }

    /**
     * Where to sign on for what.
     *
     * @param confirm to prove anew who is signed in, instead of signing in
     * @param next the page of the app to come back to; the first one if it is missing or no page of ours
     */
    record StartSignOn(boolean confirm, @Nullable String next) {}

    /**
     * Where the browser goes next.
     *
     * @param continueAt at the bank's sign-on
     */
    record GoOn(URI continueAt) {}

    private AccountId account() {
        return signedIn.current().orElseThrow().id();
    }

    private OneTimeToken awaited(HttpServletRequest request) {
        return cookies.of(Kind.SIGN_ON, request).orElseGet(OneTimeToken::next);
    }
}
