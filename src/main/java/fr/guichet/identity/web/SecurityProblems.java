package fr.guichet.identity.web;

import fr.guichet.identity.web.TurnedAway.Reason;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.ProblemRenderer;
import fr.guichet.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Says no in the filters the way controllers do: as a problem, never as a redirect, a page or the browser's own password box. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    /** 401: one answer for every reason. */
    static final Problem SIGN_IN_REFUSED = Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-refused");

    /** 401: the passkey is not one of ours any more, or its answer was late. */
    static final Problem PASSKEY_REFUSED = Problem.of(HttpStatus.UNAUTHORIZED, "passkey-refused");

    /** 422: the code or passkey does not confirm who is signed in. */
    static final Problem CONFIRMATION_REFUSED = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "confirmation-refused");

    /** 422: the link is old or used, or the code is wrong. */
    static final Problem RECOVERY_REFUSED = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "recovery-refused");

    /** 403: a factor has to be proven anew before this is done. */
    static final Problem CONFIRMATION_REQUIRED = Problem.of(HttpStatus.FORBIDDEN, "confirmation-required");

    /** 503: too many sign in at once; nothing was judged or counted. */
    static final Problem SIGN_IN_BUSY = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-busy");

    /** 403: this kind of account comes in by the bank's sign-on only. */
    static final Problem LOCAL_SIGN_IN_CLOSED = Problem.of(HttpStatus.FORBIDDEN, "local-sign-in-closed");

    /** 422: nobody waits to be linked, or one of the two is linked already. */
    static final Problem SIGN_ON_NOT_LINKED = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "sign-on-not-linked");

    /** 409: without the link nothing would be left to sign in with. */
    static final Problem SIGN_ON_NEEDED = Problem.of(HttpStatus.CONFLICT, "sign-on-needed");

    /** 503: the bank's sign-on does not answer; nothing was decided. */
    static final Problem SIGN_ON_UNAVAILABLE = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-on-unavailable");

    /** 403: the request did not prove that one of our pages sent it. */
    private static final Problem CSRF = Problem.of(HttpStatus.FORBIDDEN, "csrf");

    private final ProblemRenderer renderer;
    private final TurnedAway turnedAway;

    SecurityProblems(ProblemRenderer renderer, TurnedAway turnedAway) {
        this.renderer = renderer;
        this.turnedAway = turnedAway;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        renderer.write(Problems.signInRequired(), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (cause instanceof CsrfException) {
            turnedAway.note(Reason.NO_CSRF_TOKEN);
            renderer.write(CSRF, request, response);
        } else {
            renderer.write(Problems.forbidden(), request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
            throws IOException {
        turnedAway.note(Reason.DISGUISED);
        renderer.write(Problems.malformed(), request, response);
    }
}
