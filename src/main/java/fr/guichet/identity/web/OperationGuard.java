package fr.guichet.identity.web;

import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.rights.Rights;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Reach;
import fr.guichet.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Turns away those whom the table of rights does not let do an operation, before anything of the request but its address is looked
 * at. What the address names one thing of (it has a variable) answers 404 to those who may not see such things at all, and 403 to
 * those who may see all of them; what is not about one thing answers 403. Whoever may see some of them is let through with the right
 * to do nothing, and the module, which knows whose the thing is, gives one of the two answers by {@link
 * fr.guichet.shared.Actor#on}. So does it for those who may do it, but not to this one.
 *
 * <p>Whoever is turned away while signed in, here or by the module, is written down, within bounds.
 *
 * <p>Those who may are asked for a factor proven anew where the table says so, and their session is shortened where account data is
 * shown.
 */
@Component
class OperationGuard implements HandlerInterceptor {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Rights rights;
    private final SignedInAccounts signedIn;
    private final FreshFactor freshFactor;
    private final BrowserSessions sessions;
    private final AccountTrail trail;

    OperationGuard(
            Rights rights,
            SignedInAccounts signedIn,
            FreshFactor freshFactor,
            BrowserSessions sessions,
            AccountTrail trail) {
        this.rights = rights;
        this.signedIn = signedIn;
        this.freshFactor = freshFactor;
        this.sessions = sessions;
        this.trail = trail;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && Operations.isOne(method)) {
            check(method.getMethod().getName(), request);
        }
        return true;
    }

    /** What the module refused because of whose the thing is. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        var refused = response.getStatus() == FORBIDDEN || response.getStatus() == NOT_FOUND;
        if (refused
                && handler instanceof HandlerMethod method
                && Operations.isOne(method)
                && isAboutOneThing(request)) {
            signedIn.current()
                    .ifPresent(account -> note(account, method.getMethod().getName(), request, response.getStatus()));
        }
    }

    private void note(SignedInAccount account, String operation, HttpServletRequest request, int status) {
        if (!rights.doing(operation, account.actor()).right().does().contains(Reach.ALL)) {
            trail.hadNoRight(
                    account.actor(),
                    account.id(),
                    operation,
                    thing(request),
                    status == FORBIDDEN ? "forbidden" : "not-found");
        }
    }

    private void check(String name, HttpServletRequest request) {
        var operation =
                rights.operation(name).orElseThrow(() -> Problems.notFound().exception());
        if (operation.open()) {
            return;
        }
        var actor = signedIn.actor().orElseThrow(() -> Problems.signInRequired().exception());
        var right = rights.doing(name, actor).right();
        if (right.does().isEmpty() && !needsALook(right, request)) {
            var refusal = refusal(right, request);
            signedIn.current()
                    .ifPresent(account ->
                            note(account, name, request, refusal.status().value()));
            throw refusal.exception();
        }
        if (operation.fresh() && !freshFactor.isProven()) {
            throw SecurityProblems.CONFIRMATION_REQUIRED.exception();
        }
        if (operation.showsAccountData()) {
            sessions.showedAccountData(request);
        }
    }

    private static boolean needsALook(Right right, HttpServletRequest request) {
        return isAboutOneThing(request)
                && !right.sees().isEmpty()
                && !right.sees().contains(Reach.ALL);
    }

    private static Problem refusal(Right right, HttpServletRequest request) {
        return isAboutOneThing(request) && right.sees().isEmpty() ? Problems.notFound() : Problems.forbidden();
    }

    private static @Nullable UUID thing(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            try {
                return UUID.fromString(id);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return null;
    }

    private static boolean isAboutOneThing(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && !variables.isEmpty();
    }
}
