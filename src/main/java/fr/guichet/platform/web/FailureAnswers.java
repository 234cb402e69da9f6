package fr.guichet.platform.web;

import fr.guichet.platform.database.DatabaseFailures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Decides what the caller is told about an exception, whichever way it came: from a controller, from the framework before a
 * controller ran, or from a filter. What is our fault is logged here, once.
 */
@Component
class FailureAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswers.class);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "malformed-request"),
            Map.entry(401, "sign-in-required"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(413, "body-too-large"),
            Map.entry(414, "request-too-long"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(422, "invalid-request"),
            Map.entry(431, "request-too-long"),
            Map.entry(503, "unavailable"));

    /**
     * The answer.
     *
     * @param headers what the framework adds, such as {@code Allow}
     */
    record Answer(Problem problem, HttpHeaders headers) {

        Answer(Problem problem) {
            this(problem, HttpHeaders.EMPTY);
        }
    }

    Answer to(Throwable failure, HttpServletRequest request) {
        return switch (failure) {
            case ProblemException refused -> new Answer(refused.problem());
            case AccessDeniedException _ ->
                new Answer(request.getUserPrincipal() == null ? Problems.signInRequired() : Problems.forbidden());
            case AuthenticationException _ -> new Answer(Problems.signInRequired());
            case MethodArgumentNotValidException invalid -> new Answer(InvalidValues.of(invalid));
            case HandlerMethodValidationException invalid -> new Answer(InvalidValues.of(invalid));
            case MethodValidationException invalid -> unexpected(invalid, request);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingServletRequestParameterException missing ->
                new Answer(Problems.malformed(new InvalidField(missing.getParameterName(), "invalid.required")));
            case MissingRequestHeaderException missing -> missingHeader(missing);
            case MissingPathVariableException missing -> unexpected(missing, request);
            case InvalidParameterException _, BadRequestException _ -> new Answer(Problems.malformed());
            case ErrorResponse response -> byStatus(response.getStatusCode(), response.getHeaders(), failure, request);
            default -> deeper(failure, request);
        };
    }

    /** What to say when only a status is known, as Tomcat leaves it when it refuses a request by itself. */
    static Problem byStatus(int status) {
        var name = NAMES.get(status);
        if (name != null) {
            return Problem.of(HttpStatus.valueOf(status), name);
        }
        if (status >= 400 && status < 500) {
            return Problems.malformed();
        }
        return Problems.unexpected();
    }

    private Answer byStatus(HttpStatusCode status, HttpHeaders headers, Throwable failure, HttpServletRequest request) {
        return status.is4xxClientError() || status.value() == 503
                ? new Answer(byStatus(status.value()), headers)
                : unexpected(failure, request);
    }

    private static Answer unreadable(HttpMessageNotReadableException unreadable) {
        return new Answer(UnreadableJson.problem(unreadable));
    }

    private static Answer mismatch(MethodArgumentTypeMismatchException mismatch) {
        return new Answer(
                mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? Problems.notFound()
                        : Problems.malformed(new InvalidField(mismatch.getName(), "invalid.type")));
    }

    private static Answer missingHeader(MissingRequestHeaderException missing) {
        return new Answer(
                missing.getHeaderName().equalsIgnoreCase(HttpHeaders.IF_MATCH)
                        ? Problem.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required")
                        : Problems.malformed(new InvalidField(missing.getHeaderName(), "invalid.required")));
    }

    private Answer deeper(Throwable failure, HttpServletRequest request) {
        var cause = causeThatSays(failure);
        if (cause != null) {
            return to(cause, request);
        }
        if (DatabaseFailures.isAway(failure)) {
            LOG.warn(
                    "{} {} was answered with 503: {}",
                    request.getMethod(),
                    pattern(request),
                    DatabaseFailures.summary(failure));
            return new Answer(Problems.databaseUnavailable());
        }
        if (DatabaseFailures.refusesTheValue(failure)) {
            LOG.warn(
                    "{} {} let a value through to the database that it refuses: {}",
                    request.getMethod(),
                    pattern(request),
                    DatabaseFailures.summary(failure));
            return new Answer(Problems.invalid());
        }
        return unexpected(failure, request);
    }

    /** Frameworks wrap: a refusal inside a wrapper is still a refusal. */
    private static @Nullable Throwable causeThatSays(Throwable failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException
                    || cause instanceof AccessDeniedException
                    || cause instanceof HttpMediaTypeNotSupportedException
                    || cause instanceof BadRequestException
                    || cause instanceof InvalidParameterException) {
                return cause;
            }
        }
        return null;
    }

    private Answer unexpected(Throwable failure, HttpServletRequest request) {
        LOG.error(
                "{} {} failed unexpectedly", request.getMethod(), pattern(request), WithoutPersonalData.copy(failure));
        return new Answer(Problems.unexpected());
    }

    /** The address with its variables left out: what stands in them may say who the customer is. */
    private static String pattern(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no operation)" : pattern.toString();
    }
}
