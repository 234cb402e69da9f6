package fr.guichet.platform.web.edge;

import fr.guichet.platform.web.SaneTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.function.Function;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the strictness of this package between the dispatcher and the controllers. */
@Configuration(proxyBeanMethods = false)
class WebEdge implements WebMvcConfigurer {

    private final StrictParameters parameters;

    WebEdge(StrictParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(parameters);
    }

    /** Dates and times in parameters: ISO 8601 and nothing else, within {@link SaneTime}. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        time(registry, LocalDate.class, LocalDate::parse);
        time(registry, LocalTime.class, LocalTime::parse);
        time(registry, LocalDateTime.class, LocalDateTime::parse);
        time(registry, OffsetDateTime.class, OffsetDateTime::parse);
        time(registry, Instant.class, text -> OffsetDateTime.parse(text).toInstant());
    }

    private static <T extends Temporal> void time(
            FormatterRegistry registry, Class<T> type, Function<String, T> parse) {
        registry.addConverter(String.class, type, text -> {
            var time = parse.apply(text);
            if (!SaneTime.holds(time)) {
                throw new DateTimeException("The date is too far away");
            }
            return time;
        });
    }
}
