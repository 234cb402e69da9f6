package fr.guichet.identity.sessions.storage;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** After Spring Boot has set the storage up, which it would leave to us if it found a repository of ours before. */
@AutoConfiguration(after = JdbcSessionAutoConfiguration.class)
class SparingSessionsConfiguration {

    @Bean
    @Primary
    <S extends Session> SparingSessions<S> sparingSessions(
            SessionRepository<S> stored, SessionIdentifiers identifiers) {
        return new SparingSessions<>(stored, identifiers);
    }
}
