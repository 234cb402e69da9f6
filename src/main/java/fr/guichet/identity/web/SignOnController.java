package fr.guichet.identity.web;

import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signon.BankSignOn;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Linking an account to a person at the bank's sign-on. The sign-on itself is a navigation: the browser goes to {@code GET
 * /api/session/sign-on}, with {@code suite} (the page to come back to) and {@code confirm} (prove anew who is signed in) if need be.
 */
@RestController
class SignOnController {

    private final BankSignOn signOn;
    private final SignOnGate gate;
    private final SignedInAccounts signedIn;
    private final SignInCookies cookies;

    SignOnController(BankSignOn signOn, SignOnGate gate, SignedInAccounts signedIn, SignInCookies cookies) {
        this.signOn = signOn;
        this.gate = gate;
        this.signedIn = signedIn;
        this.cookies = cookies;
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

    private AccountId account() {
        return signedIn.current().orElseThrow().id();
    }

    private OneTimeToken awaited(HttpServletRequest request) {
        return cookies.of(Kind.SIGN_ON, request).orElseGet(OneTimeToken::next);
    }
}
