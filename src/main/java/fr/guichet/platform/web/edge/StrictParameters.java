package fr.guichet.platform.web.edge;

import fr.guichet.platform.web.BodyLimit;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses query parameters that the operation does not declare: a misspelt {@code limt=5} must not look as if it had worked. Also
 * refuses repeated ones where one is meant, and text that cannot be stored.
 */
@Component
class StrictParameters implements HandlerInterceptor {

    private static final String OURS = "fr.guichet.";

    private final Map<Method, Operation> operations = new ConcurrentHashMap<>();

    /**
     * What a controller method takes.
     *
     * @param parameters names, and whether each may be repeated
     */
    private record Operation(Map<String, Boolean> parameters, long bodyLimit) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            var operation = operations.computeIfAbsent(method.getMethod(), _ -> read(method));
            RequestBodies.limit(request, operation.bodyLimit);
            check(request, operation.parameters);
        }
        return true;
    }

    private static Operation read(HandlerMethod method) {
        var names = new HashMap<String, Boolean>();
        for (var parameter : method.getMethodParameters()) {
            var annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                var type = parameter.nestedIfOptional().getNestedParameterType();
                names.put(name(parameter, annotation), type.isArray() || Collection.class.isAssignableFrom(type));
            }
        }
        var limit = method.getMethodAnnotation(BodyLimit.class);
        return new Operation(names, limit == null ? BodyLimit.USUAL : limit.value());
    }

    private static String name(MethodParameter parameter, RequestParam annotation) {
        return StringUtils.hasText(annotation.name())
                ? annotation.name()
                : Optional.ofNullable(parameter.getParameter().getName()).orElse("");
    }

    private static void check(HttpServletRequest request, Map<String, Boolean> known) {
        var errors = new ArrayList<InvalidField>();
        request.getParameterMap().forEach((name, values) -> {
            var repeatable = known.get(name);
            if (repeatable == null) {
                errors.add(new InvalidField(harmless(name), "invalid.unknown"));
            } else if (values.length > 1 && !repeatable) {
                errors.add(new InvalidField(name, "invalid.repeated"));
            } else if (!storable(values)) {
                errors.add(new InvalidField(name, "invalid.text"));
            }
        });
        if (!errors.isEmpty()) {
            throw Problems.malformed(errors.toArray(InvalidField[]::new)).exception();
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && !variables.values().stream().allMatch(value -> StorableText.holds(String.valueOf(value)))) {
            throw Problems.notFound().exception();
        }
    }

    private static boolean storable(String[] values) {
        for (var value : values) {
            if (!StorableText.holds(value)) {
                return false;
            }
        }
        return true;
    }

    private static String harmless(String name) {
        var start = name.length() > 60 ? name.substring(0, 60) : name;
        return start.replaceAll("[^A-Za-z0-9_.-]", "?");
    }
}
