package fr.guichet.identity.sessions.storage;

import fr.guichet.identity.sessions.SessionCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;

/** What is the same wherever sessions lie. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionStorage.Properties.class)
class SessionStorage {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStorage.class);

    /**
     * Where sessions lie. Conditions read the setting; it is bound as well, so that a store that does not exist is refused at start.
     *
     * @param store the database, unless said otherwise
     */
    @ConfigurationProperties("guichet.sessions")
    record Properties(@DefaultValue("database") Store store) {}

    /** A place that all instances share. */
    enum Store {
        DATABASE,
        REDIS
    }

    /** The cookie holds the identifier as it is; decoded, it could hold characters that the database refuses. */
    @Bean
    DefaultCookieSerializerCustomizer plainIdentifiers() {
        return cookie -> cookie.setUseBase64Encoding(false);
    }

    /** The account that a session is found by; null when nobody is signed in. */
    static @Nullable String account(Session session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                ? context.getAuthentication().getName()
                : null;
    }

    /**
     * Reads one attribute. A session that cannot be read, because another version of Guichet wrote it or it was damaged, is one where
     * nobody is signed in; it is not an error to anyone.
     */
    static @Nullable Object read(byte[] bytes) {
        var attribute = SessionCodec.read(bytes);
        if (attribute.isEmpty()) {
            dropped();
        }
        return attribute.orElse(null);
    }

    static void dropped() {
        LOG.warn("A session of another version, or a damaged one, was dropped");
    }
}
