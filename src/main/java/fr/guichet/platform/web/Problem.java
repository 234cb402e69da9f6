package fr.guichet.platform.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * An answer that says why not (RFC 9457). The reader's words come from the message bundles: {@code problem.<name>.title} and
 * {@code problem.<name>.detail}, the latter with the arguments.
 *
 * @param status the HTTP status
 * @param name the last part of the stable type, {@code /problems/<name>}
 * @param arguments for the sentence in the bundle; never internals, never personal data
 * @param properties further members of the JSON object, such as the nearest free slots
 */
public record Problem(HttpStatus status, String name, List<Object> arguments, Map<String, Object> properties) {

    public Problem {
        arguments = List.copyOf(arguments);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    public static Problem of(HttpStatus status, String name, Object... arguments) {
        return new Problem(status, name, List.of(arguments), Map.of());
    }

    /** What to say when nothing but a status is known: a servlet container, or somebody else's filter, left no more behind. */
    public static Problem ofStatus(int status) {
        return FailureAnswers.byStatus(status);
    }

    public Problem with(String property, Object value) {
        var more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new Problem(status, name, arguments, more);
    }

    /** For controllers: {@code throw problem.exception()} ends the request, and its transaction, with this answer. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
