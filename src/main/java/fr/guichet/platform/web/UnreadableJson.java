package fr.guichet.platform.web;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says where a JSON body stopped making sense, and never what stood there. */
final class UnreadableJson {

    private UnreadableJson() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return refused.problem();
            }
        }
        return unreadable.getCause() instanceof JacksonException json ? problem(json) : Problems.malformed();
    }

    private static Problem problem(JacksonException json) {
        var field = path(json);
        return switch (json) {
            case UnrecognizedPropertyException _ -> Problems.malformed(new InvalidField(field, "invalid.unknown"));
            case UnacceptableJson unacceptable -> Problems.malformed(new InvalidField(field, unacceptable.key()));
            case ValueInstantiationException _ -> Problems.invalid(new InvalidField(field, "invalid.value"));
            case InvalidFormatException _ -> Problems.malformed(new InvalidField(field, "invalid.type"));
            case MismatchedInputException _ -> Problems.malformed(new InvalidField(field, "invalid.type"));
            case StreamConstraintsException _ -> Problems.malformed();
            default -> Problems.malformed();
        };
    }

    /** {@code days[2].from}; property names we know, for the rest is the caller's text. */
    private static String path(JacksonException json) {
        return json.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + harmless(step.getPropertyName()))
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String harmless(String name) {
        var start = name.length() > 60 ? name.substring(0, 60) : name;
        return start.replaceAll("[^A-Za-z0-9_-]", "?");
    }
}
