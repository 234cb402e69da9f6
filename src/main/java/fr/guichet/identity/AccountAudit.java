package fr.guichet.identity;

import fr.guichet.audit.AuditAction;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is written down of accounts. */
public enum AccountAudit implements AuditAction {
    ACCOUNT_OPENED,
    ACCOUNT_SUSPENDED,
    ACCOUNT_REINSTATED,
    ACCOUNT_ENTITLED;

    @Override
    public String module() {
        return "identity";
    }

    /** Tells auditors what there is to look for. */
    @Configuration(proxyBeanMethods = false)
    static class Catalogued {

        @Bean
        Catalogue accountAuditActions() {
            return new Catalogue(List.of(values()));
        }
    }
}
