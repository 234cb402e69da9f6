package fr.guichet.identity.web;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.signin.CodeAuthentication;
import fr.guichet.identity.signin.CodeSignIn;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.PasswordSignIn;
import fr.guichet.identity.signin.SignInBusyException;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.shared.Actor.StaffActor;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coming in by password and code, going out, and who one is. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final PasswordSignIn passwords;
    private final CodeSignIn codes;
    private final AuthenticationManager authentication;
    private final BrowserSessions sessions;
    private final SessionViews views;
    private final SignInCookies cookies;
    private final Accounts accounts;

    SessionController(
            PasswordSignIn passwords,
            CodeSignIn codes,
            AuthenticationManager authentication,
            BrowserSessions sessions,
            SessionViews views,
            SignInCookies cookies,
            Accounts accounts) {
        this.passwords = passwords;
        this.codes = codes;
        this.authentication = authentication;
        this.sessions = sessions;
        this.views = views;
        this.cookies = cookies;
        this.accounts = accounts;
    }

    /** Who is signed in. Open to passers-by, and gives the browser its CSRF token. Does not count as activity. */
    @GetMapping
    SessionView getSession(HttpServletRequest request) {
        return views.of(request);
    }

    /**
     * The first of two steps. The answer is the same whatever was sent: a code is awaited next. To those who prove themselves by
     * codes sent to them, one is sent if address and password were right.
     */
    @PostMapping
    SessionView signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var begun = begin(credentials, cookies.of(Kind.SIGN_IN, request));
        cookies.give(Kind.SIGN_IN, begun, request, response);
        return views.of(request).awaitingCode();
    }

    /**
     * The second step: a code of the authenticator app, one that was sent, or one of the recovery codes. Refused alike if the
     * password was wrong, the code is, or the account is locked.
     */
    @PostMapping("/code")
    SessionView enterCode(
            @Valid @RequestBody EnteredCode entered, HttpServletRequest request, HttpServletResponse response) {
        var proven = prove(cookies.of(Kind.SIGN_IN, request).orElseGet(OneTimeToken::next), entered.code());
        cookies.takeBack(Kind.SIGN_IN, request, response);
        sessions.begin(proven, request, response);
        return views.of(request);
    }

    /** Sends another code, if this sign-in waits for one that is sent and some time has passed. The answer does not tell. */
    @PostMapping("/code/message")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendCode(HttpServletRequest request) {
        cookies.of(Kind.SIGN_IN, request).ifPresent(codes::askAgain);
    }

    /** Goes back to the first step. The cookie stays: a code that is on its way counts if the same account is entered again. */
    @DeleteMapping("/code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandonSignIn(HttpServletRequest request) {
        cookies.of(Kind.SIGN_IN, request).ifPresent(codes::abandon);
    }

    /** Says that somebody is there, at a page that asks the server nothing: the session goes on. */
    @PutMapping("/activity")
    SessionView continueSession(HttpServletRequest request) {
        return views.of(request);
    }

    /** What a member of staff reads from now on; customers change it in their own record. */
    @PutMapping("/language")
    SessionView changeLanguage(
            StaffActor actor, @Valid @RequestBody ChangeLanguage wanted, HttpServletRequest request) {
        accounts.changeLanguage(actor.account(), wanted.language());
        return views.of(request);
    }

    /**
     * Ends the session; when there is none, that is fine too. Who had come by the bank's sign-on is told where to go on, so as to
     * sign out there too.
     */
    @DeleteMapping
    SignedOut signOut(HttpServletRequest request, HttpServletResponse response) {
        return new SignedOut(sessions.end(request, response).orElse(null));
    }

    private OneTimeToken begin(Credentials credentials, Optional<OneTimeToken> before) {
        try {
            return passwords.begin(credentials.email(), credentials.password(), before);
        } catch (SignInBusyException e) {
            throw SecurityProblems.SIGN_IN_BUSY.exception();
        }
    }

    private Authentication prove(OneTimeToken token, String code) {
        try {
            return authentication.authenticate(new CodeAuthentication(token, code));
        } catch (AuthenticationException e) {
            throw SecurityProblems.SIGN_IN_REFUSED.exception();
        }
    }

    /** No limits on length: whatever is sent gets the same answer. */
    @Schema(name = "SignIn")
    record Credentials(@NotNull String email, @NotNull String password) {

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /**
     * What remains to be done.
     *
     * @param continueAt the page of the bank's sign-on to go to next; absent when there is nothing to do there
     */
    record SignedOut(@Nullable URI continueAt) {}

    /** A code as it was typed, with or without spaces. */
    record EnteredCode(@NotNull String code) {

        @Override
        public String toString() {
            return "EnteredCode[…]";
        }
    }

    record ChangeLanguage(
            @NotNull @Pattern(regexp = "fr|en") @Schema(allowableValues = {"fr", "en"})
            String language) {}
}
