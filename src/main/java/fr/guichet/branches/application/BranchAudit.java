package fr.guichet.branches.application;

import fr.guichet.audit.AuditAction;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is written down of this module. Why an adviser is away is nobody's business but the branch's, so it is not. */
public enum BranchAudit implements AuditAction {
    BRANCH_CREATED,
    BRANCH_CHANGED,
    CLOSURE_ADDED,
    CLOSURE_REMOVED,
    ADVISER_CREATED,
    ADVISER_CHANGED,
    PATTERN_SET,
    PATTERN_REMOVED,
    DAY_SET,
    DAY_REMOVED,
    ABSENCE_RECORDED,
    ABSENCE_WITHDRAWN,
    REASON_DEFINED,
    REASON_CHANGED,
    NETWORK_IMPORTED;

    @Override
    public String module() {
        return "branches";
    }

    @Override
    public Set<String> details() {
        return switch (this) {
            case CLOSURE_ADDED -> Set.of("from", "to");
            case ABSENCE_RECORDED -> Set.of("from", "to", "adviser");
            case ABSENCE_WITHDRAWN -> Set.of("adviser");
            case PATTERN_SET, PATTERN_REMOVED -> Set.of("from");
            case DAY_SET, DAY_REMOVED -> Set.of("day");
            case NETWORK_IMPORTED -> Set.of("created", "changed");
            default -> Set.of();
        };
    }

    /** Tells auditors what there is to look for. */
    @Configuration(proxyBeanMethods = false)
    static class Catalogued {

        @Bean
        Catalogue branchAuditActions() {
            return new Catalogue(List.of(values()));
        }
    }
}
