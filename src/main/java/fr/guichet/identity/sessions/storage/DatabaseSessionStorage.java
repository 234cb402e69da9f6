package fr.guichet.identity.sessions.storage;

import fr.guichet.identity.sessions.SessionCodec;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SingleIndexResolver;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionOperations;

/** How sessions lie in the database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "guichet.sessions.store", havingValue = "database", matchIfMissing = true)
class DatabaseSessionStorage {

    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionCodec::write);
        conversion.addConverter(new Reading());
        return conversion;
    }

    /** Sessions are found by the account they belong to. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> indexByAccount() {
        return sessions -> sessions.setIndexResolver(
                new SingleIndexResolver<>(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME) {
                    @Override
                    public @Nullable String resolveIndexValueFor(Session session) {
                        return SessionStorage.account(session);
                    }
                });
    }

    /**
     * The library's own question says no order, and the library takes rows of one session for a new one when those of another lie
     * between them: such a session then seems to be there without most of what it holds.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> rowsOfASessionTogether() {
        return sessions -> sessions.setListSessionsByPrincipalNameQuery("""
                select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                       a.attribute_name, a.attribute_bytes
                  from %TABLE_NAME% s left join %TABLE_NAME%_attributes a on a.session_primary_id = s.primary_id
                 where s.principal_name = ?
                 order by s.primary_id
                """);
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
            return source instanceof byte[] bytes ? SessionStorage.read(bytes) : null;
        }
    }
}
