package fr.guichet.identity.web;

import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.identity.signon.BankSignOn;
import fr.guichet.identity.signon.SignOnOffered;
import fr.guichet.identity.signon.SignOnOutcome;
import fr.guichet.identity.signon.SignOnRefusal;
import fr.guichet.identity.signon.SignOnUnavailableException;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.identity.web.SignOnRequests.Task;
import fr.guichet.platform.web.ReturnAddress;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Receives whoever comes back from the bank's sign-on and sends the browser on to a page, whatever happened: the one that was asked
 * for, or the sign-in page with a code that it explains ({@code raison}).
 */
@Component
@SignOnOffered
class SignOnReturn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnReturn.class);

    private static final String SIGN_IN_PAGE = "/connexion";

    /** Next: enter the code that is asked for. */
    private static final String CODE = "sign-on-code";

    /** Next: sign in here as well, to link the two. */
    private static final String LINK = "sign-on-link";

    /** What Spring Security says when the state is not that of this browser. */
    private static final Set<String> NOT_BEGUN_HERE = Set.of("authorization_request_not_found", "invalid_request");

    /** What providers say when they cannot, by their own fault (RFC 6749, 4.1.2.1). */
    private static final Set<String> THEIR_FAULT = Set.of("server_error", "temporarily_unavailable");

    private final BankSignOn signOn;
    private final BrowserSessions sessions;
    private final CheckedSessions contexts;
    private final SignInCookies cookies;
    private final MeterRegistry meters;

    SignOnReturn(
            BankSignOn signOn,
            BrowserSessions sessions,
            CheckedSessions contexts,
            SignInCookies cookies,
            MeterRegistry meters) {
        this.signOn = signOn;
        this.sessions = sessions;
        this.contexts = contexts;
        this.cookies = cookies;
        this.meters = meters;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedOn) {
        var token = ((OidcUser) Objects.requireNonNull(signedOn.getPrincipal())).getIdToken();
        // Who signed on there is nobody here yet; who was here before is found in the browser's session.
        SecurityContextHolder.setContext(contexts.loadDeferredContext(request).get());
        var task = SignOnRequests.task(request);
        var outcome = task.confirm()
                ? here().map(account -> signOn.confirm(token, account.id()))
                        .orElseGet(() -> new SignOnOutcome.Refused(SignOnRefusal.NOT_CONFIRMED))
                : signOn.signIn(token);
        count(outcome);
        go(onwards(outcome, task, request, response), response);
    }

    private String onwards(SignOnOutcome outcome, Task task, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case SignOnOutcome.SignedIn(var proven, var session) -> {
                sessions.begin(proven, request, response);
                SignOnGate.remember(session, request);
                yield next(task);
            }
            case SignOnOutcome.Confirmed(var at) -> {
                sessions.refresh(
                        StrongAuthentication.factor(StrongAuthentication.STRONG_SIGN_ON, at), request, response);
                yield next(task);
            }
            case SignOnOutcome.CodeAwaited(var code, var session) -> {
                cookies.give(Kind.SIGN_IN, code, request, response);
                cookies.give(Kind.SIGN_ON, session, request, response);
                yield signInPage(CODE, task);
            }
            case SignOnOutcome.OwnerAwaited(var session) -> {
                cookies.give(Kind.SIGN_ON, session, request, response);
                yield signInPage(LINK, task);
            }
            case SignOnOutcome.Refused(var why) -> refused(why, task);
        };
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        refuse(reason(failure), SignOnRequests.task(request), failure, response);
    }

    /** From there somebody comes back too often: the provider is not asked. */
    void refuseForNow(HttpServletRequest request, HttpServletResponse response) {
        count(new SignOnOutcome.Refused(SignOnRefusal.TOO_MANY));
        go(refused(SignOnRefusal.TOO_MANY, Task.NONE), response);
    }

    private void refuse(SignOnRefusal why, Task task, AuthenticationException failure, HttpServletResponse response) {
        LOG.info(
                "A sign-on at the bank came to nothing: {} ({})",
                why.code(),
                code(failure).orElse("-"));
        count(new SignOnOutcome.Refused(why));
        go(refused(why, task), response);
    }

    private static SignOnRefusal reason(AuthenticationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SignOnUnavailableException || cause instanceof IOException) {
                return SignOnRefusal.UNAVAILABLE;
            }
        }
        var code = code(failure).orElse("");
        if (THEIR_FAULT.contains(code)) {
            return SignOnRefusal.UNAVAILABLE;
        }
        return NOT_BEGUN_HERE.contains(code) ? SignOnRefusal.EXPIRED : SignOnRefusal.REFUSED;
    }

    /** Only what has the form of a code: the rest could be anybody's words. */
    private static Optional<String> code(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException oauth
                ? Optional.ofNullable(oauth.getError().getErrorCode()).filter(code -> code.matches("[a-z_]{1,60}"))
                : Optional.empty();
    }

    private Optional<SignedInAccount> here() {
        return SignedInAccounts.of(SecurityContextHolder.getContext().getAuthentication());
    }

    private String refused(SignOnRefusal why, Task task) {
        // Whoever only wanted to confirm is still signed in: the page that asked explains it.
        return task.confirm() && task.next() != null && here().isPresent()
                ? with(task.next(), "raison", why.code())
                : signInPage(why.code(), task);
    }

    private static String signInPage(String code, Task task) {
        var page = with(SIGN_IN_PAGE, "raison", code);
        return task.next() == null ? page : with(page, "suite", task.next());
    }

    private static String with(String page, String name, @Nullable String value) {
        return UriComponentsBuilder.fromUriString(page)
                .replaceQueryParam(name, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString();
    }

    private static String next(Task task) {
        // Looked at when it was kept; looked at again, because it went through a browser.
        return ReturnAddress.parse(task.next()).map(ReturnAddress::path).orElse("/");
    }

    private static void go(String page, HttpServletResponse response) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, page);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void count(SignOnOutcome outcome) {
        meters.counter("guichet.sign.on", "outcome", name(outcome)).increment();
    }

    private static String name(SignOnOutcome outcome) {
        return switch (outcome) {
            case SignOnOutcome.SignedIn _ -> "signed-in";
            case SignOnOutcome.CodeAwaited _ -> CODE;
            case SignOnOutcome.OwnerAwaited _ -> LINK;
            case SignOnOutcome.Confirmed _ -> "confirmed";
            case SignOnOutcome.Refused(var why) -> why.code();
        };
    }
}
