package fr.guichet.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads records as their Java types mean them: a component is required unless it is {@code @Nullable}. Two records of one simple
 * name would silently become one schema; that ends here.
 */
@Component
class RecordSchemas implements ModelConverter {

    private static final String OURS = "fr.guichet.";
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = raw(type);
        if (raw == LocalTime.class) {
            return new StringSchema().format("time").example("09:00");
        }
        if (raw == ZoneId.class) {
            return new StringSchema().example("Europe/Paris");
        }
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw.isRecord() && raw.getName().startsWith(OURS)) {
            var model = model(schema, raw, context);
            if (model != null && model.getProperties() != null) {
                require(model, raw);
            }
        }
        return schema;
    }

    private @Nullable Schema<?> model(Schema<?> schema, Class<?> raw, ModelConverterContext context) {
        if (schema.get$ref() == null) {
            return schema;
        }
        var name = schema.get$ref().substring(REFERENCE.length());
        var other = named.putIfAbsent(name, raw);
        if (other != null && other != raw) {
            throw new IllegalStateException("%s and %s would both be called %s in the description of the API"
                    .formatted(other.getName(), raw.getName(), name));
        }
        return context.getDefinedModels().get(name);
    }

    private static void require(Schema<?> model, Class<?> raw) {
        model.setRequired(Arrays.stream(raw.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .filter(model.getProperties()::containsKey)
                .sorted()
                .toList());
    }

    private static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof JavaType known
                ? known.getRawClass()
                : Json.mapper().constructType(type.getType()).getRawClass();
    }
}
