package fr.guichet.identity.web;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.passkeys.PasskeyJson;
import fr.guichet.identity.passkeys.Passkeys;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.identity.web.SignInCookies.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Coming in with a passkey: nothing to type, and both factors at once. */
@RestController
@RequestMapping("/api/session/passkey")
class PasskeySignInController {

    private final Passkeys passkeys;
    private final BrowserSessions sessions;
    private final AccountTrail trail;
    private final SessionViews views;
    private final SignInCookies cookies;
    private final Clock clock;

    PasskeySignInController(
            Passkeys passkeys,
            BrowserSessions sessions,
            AccountTrail trail,
            SessionViews views,
            SignInCookies cookies,
            Clock clock) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.trail = trail;
        this.views = views;
        this.cookies = cookies;
        this.clock = clock;
    }

    /**
     * A question that any passkey of ours may answer, for {@code navigator.credentials.get}: to sign in, or for someone signed in to
     * confirm who it is.
     */
    @PostMapping("/question")
    Question askPasskey(HttpServletRequest request, HttpServletResponse response) {
        var question = passkeys.ask();
        cookies.give(Kind.PASSKEY, question.token(), request, response);
        return new Question(PasskeyJson.write(question.options()));
    }

    /** Signs in with the passkey's answer. */
    @PostMapping
    SessionView signInWithPasskey(
            @Valid @RequestBody Answer answer, HttpServletRequest request, HttpServletResponse response) {
        var token = cookies.of(Kind.PASSKEY, request).orElseGet(OneTimeToken::next);
        cookies.takeBack(Kind.PASSKEY, request, response);
        var account = passkeys.prove(token, answer.credential().toString()).orElseThrow(() -> {
            trail.wasRefusedApart(null, AccountAudit.SIGN_IN_REFUSED, "passkey-refused");
            return SecurityProblems.PASSKEY_REFUSED.exception();
        });
        var now = clock.instant();
        sessions.begin(
                StrongAuthentication.of(
                        account, now, StrongAuthentication.factor(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, now)),
                request,
                response);
        return views.of(request);
    }

    /**
     * What the browser is asked.
     *
     * @param options {@code PublicKeyCredentialRequestOptionsJSON} of Web Authentication
     */
    @Schema(name = "PasskeyQuestion")
    record Question(@Schema(implementation = Object.class) JsonNode options) {}

    /**
     * What the browser answers.
     *
     * @param credential {@code AuthenticationResponseJSON} of Web Authentication
     */
    @Schema(name = "PasskeyAnswer")
    record Answer(
            @NotNull @Schema(implementation = Object.class) JsonNode credential) {

        @Override
        public String toString() {
            return "Answer[…]";
        }
    }
}
