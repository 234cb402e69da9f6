package fr.guichet.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All text that people read: each module brings {@code messages/<module>_fr.properties} and its English sister. */
@Configuration(proxyBeanMethods = false)
class MessageBundles {

    private static final String SUFFIX = "_fr.properties";

    @Bean
    MessageSource messageSource() throws IOException {
        var bundles = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SUFFIX))
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .map(name -> "messages/" + name.substring(0, name.length() - SUFFIX.length()))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        var source = new ResourceBundleMessageSource();
        source.setBasenames(bundles);
        source.setDefaultEncoding(UTF_8.name());
        // Whoever asks in another language than ours, such as Spring Security for its own texts, gets the first of
        // ours.
        source.setDefaultLocale(Locale.FRENCH);
        return source;
    }
}
