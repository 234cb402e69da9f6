package fr.guichet.audit;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done to the trail itself. */
public enum OwnAction implements AuditAction {
    /** An auditor looked at entries. */
    ENTRIES_READ,
    /** An auditor took entries away as a file. */
    ENTRIES_EXPORTED,
    /** Entries were removed because their time was over. */
    OLD_ENTRIES_REMOVED;

    @Override
    public String module() {
        return "audit";
    }

    @Override
    public Set<String> details() {
        return switch (this) {
            case ENTRIES_READ, ENTRIES_EXPORTED -> Set.of("from", "to", "account", "customer");
            case OLD_ENTRIES_REMOVED -> Set.of("batch", "entries", "sealed");
        };
    }

    /** Tells auditors what there is to look for. */
    @Configuration(proxyBeanMethods = false)
    static class Catalogued {

        @Bean
        Catalogue ownActionActions() {
            return new Catalogue(List.of(values()));
        }
    }
}
