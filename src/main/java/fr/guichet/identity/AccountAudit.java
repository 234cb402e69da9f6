package fr.guichet.identity;

import fr.guichet.audit.AuditAction;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is written down of accounts: what the bank does with them, what their owners do, and what others try. */
public enum AccountAudit implements AuditAction {
    ACCOUNT_OPENED,
    ACCOUNT_SUSPENDED,
    ACCOUNT_REINSTATED,
    ACCOUNT_ENTITLED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    /** A link was sent and a code handed over, by which the owner chooses a password. */
    ACCESS_GIVEN,
    /** Everything that the owner signed in with was forgotten. */
    ACCESS_FORGOTTEN,
    /** By the only administrator, whom nobody could have been asked to approve. */
    ADMINISTRATOR_NAMED_ALONE,
    PROPOSAL_MADE,
    PROPOSAL_APPROVED,
    PROPOSAL_REJECTED,
    PROPOSAL_WITHDRAWN,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    SESSION_ENDED,
    OTHER_SESSIONS_ENDED,
    IDENTITY_CONFIRMED,
    PASSWORD_LINK_SENT,
    PASSWORD_CHOSEN,
    PASSWORD_CHANGED,
    AUTHENTICATOR_APP_ADDED,
    AUTHENTICATOR_APP_REMOVED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    RECOVERY_CODES_ISSUED,
    RECOVERY_CODE_USED,
    MOBILE_CHANGED,
    BANK_SIGN_ON_LINKED,
    BANK_SIGN_ON_UNLINKED,
    /** Somebody who was signed in asked for what is not his or hers to do. */
    RIGHT_REFUSED;

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public Set<String> details() {
        return switch (this) {
            case ACCOUNT_SUSPENDED -> Set.of("reason");
            case ROLE_GIVEN, ROLE_TAKEN -> Set.of("role");
            case PROPOSAL_MADE, PROPOSAL_REJECTED, PROPOSAL_WITHDRAWN -> Set.of("proposal", "kind");
            case PROPOSAL_APPROVED -> Set.of("proposal", "kind", "proposer");
            case SESSION_ENDED -> Set.of("session");
            case RIGHT_REFUSED -> Set.of("operation");
            default -> Set.of();
        };
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
