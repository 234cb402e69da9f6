package fr.guichet.platform.web.edge;

import fr.guichet.platform.web.SaneTime;
import fr.guichet.platform.web.UnacceptableJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads JSON as it is meant: no unknown or repeated members, no {@code "5"} for 5 or 5 for {@code "5"}, no {@code ""} for nothing at
 * all, no fraction where a whole number belongs, no text that cannot be stored and no date that nobody can mean.
 */
@Component
class StrictJson implements JsonMapperBuilderCustomizer {

    private static final int UUID_LENGTH = 36;

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(
                        coercions -> coercions.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(new SimpleModule("guichet-strict")
                        .addDeserializer(String.class, new Text())
                        .addDeserializer(UUID.class, new Exact<>(UUID.class, StrictJson::identifier))
                        .addDeserializer(LocalDate.class, new Exact<>(LocalDate.class, LocalDate::parse))
                        .addDeserializer(LocalTime.class, new Exact<>(LocalTime.class, LocalTime::parse))
                        .addDeserializer(LocalDateTime.class, new Exact<>(LocalDateTime.class, LocalDateTime::parse))
                        .addDeserializer(OffsetDateTime.class, new Exact<>(OffsetDateTime.class, OffsetDateTime::parse))
                        .addDeserializer(Instant.class, new Exact<>(Instant.class, StrictJson::instant)));
    }

    private static UUID identifier(String text) {
        if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("Java would take 1-1-1-1-1 for an identifier");
        }
        return UUID.fromString(text);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static final class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            var text = parser.getString();
            if (!StorableText.holds(text)) {
                throw new UnacceptableJson(parser, "invalid.text");
            }
            return text;
        }
    }

    /**
     * A time or an identifier as it is written, and nothing around it. Left to itself, Jackson would trim it, take the empty text for
     * none, and cut a date out of a date and time.
     */
    private static final class Exact<T> extends StdScalarDeserializer<T> {

        private final Function<String, T> parse;

        Exact(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new UnacceptableJson(parser, "invalid.type");
            }
            var value = parsed(parser);
            if (value instanceof Temporal time && !SaneTime.holds(time)) {
                throw new UnacceptableJson(parser, "invalid.date");
            }
            return value;
        }

        private T parsed(JsonParser parser) {
            try {
                return parse.apply(parser.getString());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new UnacceptableJson(parser, "invalid.type");
            }
        }
    }
}
