package fr.guichet.audit;

/** The kinds of things that something can be done to. */
public enum AuditSubject {
    ABSENCE,
    ACCOUNT,
    ADVISER,
    APPOINTMENT,
    AUDIT_TRAIL,
    BRANCH,
    CLOSURE,
    CUSTOMER,
    DEAD_LETTER,
    NETWORK,
    OPERATION,
    SESSION,
    VISIT_REASON,
    WAITING_ENTRY
}
