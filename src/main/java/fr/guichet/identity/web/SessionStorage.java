package fr.guichet.identity.web;

import fr.guichet.identity.sessions.SessionCodec;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SingleIndexResolver;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionOperations;

/** How sessions lie in the database. */
@Configuration(proxyBeanMethods = false)
class SessionStorage {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStorage.class);

    /**
     * A session that cannot be read, because another version of Guichet wrote it or it was damaged, is one where nobody is signed
     * in; it is not an error to anyone.
     */
    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionCodec::write);
        conversion.addConverter(new Reading());
        return conversion;
    }

    /** The cookie holds the identifier as it is; decoded, it could hold characters that the database refuses. */
    @Bean
    DefaultCookieSerializerCustomizer plainIdentifiers() {
        return cookie -> cookie.setUseBase64Encoding(false);
    }

    /** Sessions are found by the account they belong to. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> indexByAccount() {
        return sessions -> sessions.setIndexResolver(
                new SingleIndexResolver<>(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME) {
                    @Override
                    public @Nullable String resolveIndexValueFor(Session session) {
                        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                                instanceof SecurityContext context
                                        && context.getAuthentication() != null
                                ? context.getAuthentication().getName()
                                : null;
                    }
                });
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> upsertAttributes() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /**
     * Each statement stands for itself: a read would otherwise cost a commit. What is left of a write that was cut off in the middle
     * is a session where nobody is signed in.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    private static final class Reading implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            if (!(source instanceof byte[] bytes)) {
                return null;
            }
            var attribute = SessionCodec.read(bytes);
            if (attribute.isEmpty()) {
                LOG.warn("A session of another version, or a damaged one, was dropped");
            }
            return attribute.orElse(null);
        }
    }
}
