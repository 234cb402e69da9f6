package fr.guichet.identity.web;

import fr.guichet.identity.bearer.BearerCaller;
import fr.guichet.identity.bearer.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Turns away calls whose token has not the scope of the operation, before anything of the request but its address is looked at. */
@Component
class ScopeGuard implements HandlerInterceptor {

    private static final String OURS = "fr.guichet.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Asking who calls would fetch the session of those who call without a token.
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return true;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof BearerCaller caller) {
            check(caller, handler, response);
        }
        return true;
    }

    private static void check(BearerCaller caller, Object handler, HttpServletResponse response) {
        var scope = handler instanceof HandlerMethod method
                        && method.getBeanType().getName().startsWith(OURS)
                ? Scopes.of(method.getMethod().getName()).orElse("")
                : "";
        if (!caller.scopes().contains(scope)) {
            throw BearerProblems.insufficientScope(scope, response).exception();
        }
    }
}
