package fr.guichet.rights;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request but for its method and path, which the OpenAPI document knows.
 *
 * @param variables values for the variables of the path, in their order
 * @param headers name, value, name, value …
 * @param mark what a list shows if the subject's thing is in it; null for what is no list
 */
record Ask(
        List<String> variables,
        String query,
        @Nullable String body,
        List<String> headers,
        @Nullable String mark) {

    static Ask ask(Object... variables) {
        return new Ask(List.of(variables).stream().map(Object::toString).toList(), "", null, List.of(), null);
    }

    Ask query(String text) {
        return new Ask(variables, "?" + text, body, headers, mark);
    }

    Ask body(String text) {
        return new Ask(variables, query, text, headers, mark);
    }

    Ask header(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Ask(variables, query, body, more, mark);
    }

    /** Names the version that the caller saw. */
    Ask seen(long version) {
        return header("If-Match", "\"" + version + "\"");
    }

    Ask showing(Object thing) {
        return new Ask(variables, query, body, headers, thing.toString());
    }

    String path(String template) {
        var path = template;
        for (var variable : variables) {
            path = path.replaceFirst("\\{[^}]+}", variable);
        }
        return path + query;
    }
}
