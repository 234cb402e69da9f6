package fr.guichet.platform.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the files of the web app. Those below {@code /assets} carry a hash of their content in their name and are kept by browsers
 * for ever; the others are asked for again each time, and answered with 304 while they are the same. Copies that the build
 * compressed go to browsers that take them.
 */
@Configuration(proxyBeanMethods = false)
class AppFiles implements WebMvcConfigurer {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final String files;
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    AppFiles(@Value("${guichet.web.files}") String files) {
        this.files = files;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        add(
                registry,
                "/assets/**",
                files + "assets/",
                CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
        add(registry, "/**", files, CacheControl.noCache());
    }

    private void add(ResourceHandlerRegistry registry, String pattern, String location, CacheControl caching) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(location)
                .setCacheControl(caching)
                .setUseLastModified(false)
                .setEtagGenerator(this::tag)
                .resourceChain(false)
                .addResolver(new BrotliFirst())
                .addResolver(new PathResourceResolver());
    }

    /** By content: the time of a file in a jar says little. */
    private String tag(Resource file) {
        try {
            return tags.computeIfAbsent(file.getURL().toString(), url -> hash(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Resource file) {
        try (var content = file.getInputStream()) {
            return '"' + DigestUtils.md5DigestAsHex(content) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
