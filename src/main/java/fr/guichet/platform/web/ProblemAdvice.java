package fr.guichet.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Answers with a problem whatever goes wrong from the dispatcher inwards. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private final FailureAnswers answers;
    private final ProblemRenderer renderer;

    ProblemAdvice(FailureAnswers answers, ProblemRenderer renderer) {
        this.answers = answers;
        this.renderer = renderer;
    }

    /** Null when there is nobody left to answer. What Spring Security raised goes on to Spring Security, which may ask for a sign-in. */
    @ExceptionHandler
    @Nullable ResponseEntity<Map<String, Object>> answer(
            Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw (RuntimeException) failure;
        }
        if (response.isCommitted() || failure instanceof AsyncRequestTimeoutException || LastResort.isGone(failure)) {
            return null;
        }
        ProblemRenderer.startAgain(response);
        var answer = answers.to(failure, request);
        var rendered = renderer.answer(answer.problem(), request);
        return ResponseEntity.status(rendered.getStatusCode())
                .headers(answer.headers())
                .headers(rendered.getHeaders())
                .body(rendered.getBody());
    }
}
