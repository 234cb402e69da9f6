package fr.guichet.identity.web;

import fr.guichet.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Says no in the filters the way controllers do: as a problem, never as a redirect, a page or the browser's own password box. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    static final Problem SIGN_IN_REQUIRED = Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-required");
    static final Problem SIGN_IN_REFUSED = Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-refused");
    static final Problem SIGN_IN_BUSY = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-busy");
    static final Problem FORBIDDEN = Problem.of(HttpStatus.FORBIDDEN, "forbidden");
    static final Problem CSRF = Problem.of(HttpStatus.FORBIDDEN, "csrf");
    static final Problem MALFORMED = Problem.of(HttpStatus.BAD_REQUEST, "malformed-request");

    private final HandlerExceptionResolver renderer;
    private final LocaleResolver locales;

    SecurityProblems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver renderer, LocaleResolver locales) {
        this.renderer = renderer;
        this.locales = locales;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        answer(request, response, SIGN_IN_REQUIRED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause) {
        answer(request, response, cause instanceof CsrfException ? CSRF : FORBIDDEN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause) {
        answer(request, response, MALFORMED);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (response.isCommitted()) {
            return;
        }
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        try {
            if (renderer.resolveException(request, response, null, problem.exception()) == null) {
                response.setStatus(problem.status().value());
            }
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
