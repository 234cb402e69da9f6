package fr.guichet.platform.web.edge;

import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses bodies that leave out what their record declares without {@code @Nullable}: what the types promise holds from the first
 * line of a controller on.
 */
@ControllerAdvice
class RequiredMembers extends RequestBodyAdviceAdapter {

    private static final String OURS = "fr.guichet.";

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var missing = new ArrayList<InvalidField>();
        walk(body, "", missing);
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing).exception();
        }
        return body;
    }

    private static void walk(@Nullable Object value, String path, List<InvalidField> missing) {
        switch (value) {
            case Record body
            when body.getClass().getName().startsWith(OURS) -> {
                for (var component : body.getClass().getRecordComponents()) {
                    var name = path.isEmpty() ? component.getName() : path + "." + component.getName();
                    var member = read(component, body);
                    if (member == null && !isNullable(component)) {
                        missing.add(new InvalidField(name, "invalid.required"));
                    }
                    walk(member, name, missing);
                }
            }
            case Collection<?> items -> {
                var index = 0;
                for (var item : items) {
                    var name = path + "[" + index++ + "]";
                    if (item == null) {
                        missing.add(new InvalidField(name, "invalid.required"));
                    }
                    walk(item, name, missing);
                }
            }
            case Map<?, ?> entries -> entries.forEach((key, item) -> walk(item, path + "." + key, missing));
            case null, default -> {}
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object read(RecordComponent component, Object body) {
        var accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        return ReflectionUtils.invokeMethod(accessor, body);
    }
}
