package fr.guichet.platform.web;

import java.util.List;

/**
 * What is wrong with one field or parameter of a request, in words of the message bundles.
 *
 * @param field where it stands: {@code start}, {@code address.postcode}, {@code days[2].from}
 * @param key the message: {@code invalid.required}, or one of the module's own
 * @param arguments for the message; never what the caller sent
 */
public record InvalidField(String field, String key, List<Object> arguments) {

    public InvalidField {
        arguments = List.copyOf(arguments);
    }

    public InvalidField(String field, String key, Object... arguments) {
        this(field, key, List.of(arguments));
    }
}
