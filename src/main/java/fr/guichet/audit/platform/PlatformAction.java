package fr.guichet.audit.platform;

import fr.guichet.audit.AuditAction;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators do to the platform. */
enum PlatformAction implements AuditAction {
    DEAD_LETTER_REPLAYED;

    @Override
    public String module() {
        return "platform";
    }

    @Override
    public Set<String> details() {
        return Set.of("event");
    }

    /** Tells auditors what there is to look for. */
    @Configuration(proxyBeanMethods = false)
    static class Catalogued {

        @Bean
        Catalogue platformActionActions() {
            return new Catalogue(List.of(values()));
        }
    }
}
