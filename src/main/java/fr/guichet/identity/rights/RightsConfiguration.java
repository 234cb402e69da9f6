package fr.guichet.identity.rights;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table as the program goes by it. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {

    @Bean
    Rights rights() {
        return new Rights(RightsTable.OPERATIONS);
    }
}
