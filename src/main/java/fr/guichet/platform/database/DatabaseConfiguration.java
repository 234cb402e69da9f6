package fr.guichet.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import fr.guichet.platform.database.embedded.EmbeddedServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the database. Whoever gets the DataSource gets a database that runs and is migrated. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseState databaseState() {
        return new DatabaseState();
    }

    @Bean
    Connections connections(
            DataSourceProperties properties, ObjectProvider<EmbeddedServer> embedded, DatabaseState state) {
        embedded.ifAvailable(EmbeddedServer::awaitReady);
        return new Connections(
                properties.determineUrl(), properties.determineUsername(), properties.determinePassword(), state);
    }

    /** Bounded: a request that gets no connection in time is answered with 503. Virtual threads would queue without end. */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(Connections connections, DatabaseState state) {
        new ModuleMigrations(connections).run();
        var pool = new Pool(state);
        pool.setPoolName("guichet");
        pool.setDataSource(connections.pooled());
        return pool;
    }
}
