package fr.guichet.identity.web;

import fr.guichet.identity.rights.Rights;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Reach;
import fr.guichet.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
 * <p>Those who may are asked for a factor proven anew where the table says so, and their session is shortened where account data is
 * shown.
 */
@Component
class OperationGuard implements HandlerInterceptor {

    private final Rights rights;
    private final SignedInAccounts signedIn;
    private final FreshFactor freshFactor;
    private final BrowserSessions sessions;

    OperationGuard(Rights rights, SignedInAccounts signedIn, FreshFactor freshFactor, BrowserSessions sessions) {
        this.rights = rights;
        this.signedIn = signedIn;
        this.freshFactor = freshFactor;
        this.sessions = sessions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && Operations.isOne(method)) {
            check(method.getMethod().getName(), request);
        }
        return true;
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
            throw refusal(right, request).exception();
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

    private static boolean isAboutOneThing(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && !variables.isEmpty();
    }
}
