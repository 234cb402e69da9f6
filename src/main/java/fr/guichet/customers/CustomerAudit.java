package fr.guichet.customers;

import fr.guichet.audit.AuditAction;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is written down of this module. */
public enum CustomerAudit implements AuditAction {
    CUSTOMER_REGISTERED,
    CONTACT_CHANGED,
    /** A member of staff opened a record. */
    RECORD_READ,
    /** A member of staff looked for customers; for whom is not written down, it would be a name. */
    RECORDS_SEARCHED;

    @Override
    public String module() {
        return "customers";
    }

    @Override
    public Set<String> details() {
        return this == RECORDS_SEARCHED ? Set.of("shown") : Set.of();
    }

    /** Tells auditors what there is to look for. */
    @Configuration(proxyBeanMethods = false)
    static class Catalogued {

        @Bean
        Catalogue customerAuditActions() {
            return new Catalogue(List.of(values()));
        }
    }
}
