package fr.guichet.platform.web;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The problems that every module may answer with. */
public final class Problems {

    /** The property that says in how many seconds it is worth asking again; it becomes the header of that name too. */
    static final String RETRY_AFTER = "retryAfterSeconds";

    private Problems() {}

    /** 404: it does not exist, or not for this caller, which must look the same. */
    public static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found");
    }

    /** 401: nobody is signed in. */
    public static Problem signInRequired() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-required");
    }

    /** 403: this kind of account never may do this. */
    public static Problem forbidden() {
        return Problem.of(HttpStatus.FORBIDDEN, "forbidden");
    }

    /** 400: the request cannot be read: JSON, a parameter's type, an unknown name. */
    public static Problem malformed(InvalidField... errors) {
        return withErrors(Problem.of(HttpStatus.BAD_REQUEST, "malformed-request"), List.of(errors));
    }

    /** 422: the request can be read but its values cannot be accepted. */
    public static Problem invalid(InvalidField... errors) {
        return invalid(List.of(errors));
    }

    /** 422: the request can be read but its values cannot be accepted. */
    public static Problem invalid(List<InvalidField> errors) {
        return withErrors(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request"), errors);
    }

    /**
     * 412: somebody changed it since the caller looked.
     *
     * @param current the resource as it is now, in its usual JSON form
     */
    public static Problem stale(Object current) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "stale").with("current", current);
    }

    /**
     * 429: more often than a person asks.
     *
     * @param wait after which it is worth asking again
     */
    public static Problem tooManyRequests(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", seconds)
                .with(RETRY_AFTER, seconds);
    }

    /** 503: the database is away; nothing happened, and asking again later is harmless. */
    static Problem databaseUnavailable() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable");
    }

    /** 500: our fault. */
    static Problem unexpected() {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected");
    }

    /** 413: more bytes than this operation takes. */
    static Problem bodyTooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large");
    }

    private static Problem withErrors(Problem problem, List<InvalidField> errors) {
        return errors.isEmpty() ? problem : problem.with("errors", List.copyOf(errors));
    }
}
