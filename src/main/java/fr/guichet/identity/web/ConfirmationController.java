package fr.guichet.identity.web;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.passkeys.Passkeys;
import fr.guichet.identity.signin.Confirmations;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whoever is signed in proves once more who it is, before an act that asks for it. */
@RestController
@RequestMapping("/api/session/confirmation")
class ConfirmationController {

    private final Confirmations confirmations;
    private final Passkeys passkeys;
    private final BrowserSessions sessions;
    private final SessionViews views;
    private final SignInCookies cookies;
    private final SignedInAccounts signedIn;
    private final AccountTrail trail;

    ConfirmationController(
            Confirmations confirmations,
            Passkeys passkeys,
            BrowserSessions sessions,
            SessionViews views,
            SignInCookies cookies,
            SignedInAccounts signedIn,
            AccountTrail trail) {
        this.confirmations = confirmations;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.views = views;
        this.cookies = cookies;
        this.signedIn = signedIn;
        this.trail = trail;
    }

    /** Sends a code, to those who prove themselves that way. */
    @PostMapping("/message")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendConfirmationCode(HttpServletRequest request) {
        confirmations.ask(account(), BrowserSessions.number(request));
    }

    /** Confirms by a code: of the app, sent, or from the recovery sheet. */
    @PostMapping("/code")
    SessionView confirmByCode(
            @Valid @RequestBody SessionController.EnteredCode entered,
            HttpServletRequest request,
            HttpServletResponse response) {
        var factor = confirmations
                .confirm(account(), BrowserSessions.number(request), entered.code())
                .orElseThrow(SecurityProblems.CONFIRMATION_REFUSED::exception);
        sessions.refresh(factor.authority(), request, response);
        return views.of(request);
    }

    /** Confirms by one of one's own passkeys; its question comes from {@code /api/session/passkey/question}. */
    @PostMapping("/passkey")
    SessionView confirmByPasskey(
            @Valid @RequestBody PasskeySignInController.Answer answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var own = account();
        var token = cookies.of(Kind.PASSKEY, request).orElseGet(OneTimeToken::next);
        cookies.takeBack(Kind.PASSKEY, request, response);
        if (passkeys.prove(token, answer.credential().toString())
                .filter(account -> account.id().equals(own))
                .isEmpty()) {
            trail.wasRefusedApart(own, AccountAudit.IDENTITY_CONFIRMED, "passkey-refused");
            throw SecurityProblems.CONFIRMATION_REFUSED.exception();
        }
        sessions.refresh(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, request, response);
        return views.of(request);
    }

    private AccountId account() {
        return signedIn.current().orElseThrow().id();
    }
}
