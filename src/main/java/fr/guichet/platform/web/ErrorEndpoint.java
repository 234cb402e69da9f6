package fr.guichet.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for those who only left a status behind ({@code sendError}): Tomcat, or a filter that is not ours. */
@Hidden
@RestController
class ErrorEndpoint implements ErrorController {

    private final FailureAnswers answers;
    private final ProblemRenderer renderer;

    ErrorEndpoint(FailureAnswers answers, ProblemRenderer renderer) {
        this.answers = answers;
        this.renderer = renderer;
    }

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request, HttpServletResponse response) {
        DataHeaders.write(request, response);
        return renderer.answer(problem(request), request);
    }

    private Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return answers.to(failure, request).problem();
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? FailureAnswers.byStatus(status)
                : Problems.notFound();
    }
}
