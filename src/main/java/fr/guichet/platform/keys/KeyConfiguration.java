package fr.guichet.platform.keys;

import fr.guichet.platform.database.embedded.EmbeddedServer;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The keys, once it is certain that they are those of this database. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    /**
     * Only an instance with a database of its own makes keys by itself. Beside a database that others share, each would make
     * different ones.
     */
    @Bean
    Keys keys(Environment environment, KnownKeys known, ObjectProvider<EmbeddedServer> embedded) {
        var directory = new KeyDirectory(Path.of(environment.getRequiredProperty("guichet.keys.directory")));
        known.settle(directory, embedded.getIfAvailable() != null);
        return new Keys(directory);
    }
}
