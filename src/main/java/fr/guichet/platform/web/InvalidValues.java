package fr.guichet.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Turns what Bean Validation found into the {@code errors} of a problem. Its messages are already in the reader's language. */
final class InvalidValues {

    private static final String WORDLESS = "";

    private InvalidValues() {}

    static Problem of(MethodArgumentNotValidException invalid) {
        return problem(entries("", invalid.getBindingResult()));
    }

    static Problem of(HandlerMethodValidationException invalid) {
        var errors = new ArrayList<Map<String, String>>();
        for (var result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors bean) {
                errors.addAll(entries("", bean));
            } else {
                var name = Optional.ofNullable(result.getMethodParameter().getParameterName())
                        .orElse("");
                result.getResolvableErrors()
                        .forEach(error -> errors.add(entry(
                                name,
                                Optional.ofNullable(error.getDefaultMessage()).orElse(WORDLESS))));
            }
        }
        return problem(errors);
    }

    private static List<Map<String, String>> entries(String prefix, Errors found) {
        var errors = new ArrayList<Map<String, String>>();
        found.getFieldErrors()
                .forEach(error -> errors.add(entry(
                        prefix + error.getField(),
                        Optional.ofNullable(error.getDefaultMessage()).orElse(WORDLESS))));
        found.getGlobalErrors()
                .forEach(error -> errors.add(entry(
                        prefix, Optional.ofNullable(error.getDefaultMessage()).orElse(WORDLESS))));
        return errors;
    }

    private static Problem problem(List<Map<String, String>> errors) {
        return Problems.invalid().with("errors", errors);
    }

    private static Map<String, String> entry(String field, String message) {
        return Map.of("field", field, "message", message);
    }
}
