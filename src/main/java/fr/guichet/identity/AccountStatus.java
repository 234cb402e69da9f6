package fr.guichet.identity;

/** Whether an account may be used. A lock after failed attempts is not a status: it ends by itself and leaves sessions alone. */
public enum AccountStatus {
    ACTIVE,
    /** Cannot sign in, and its sessions have ended, until someone reinstates it. */
    SUSPENDED
}
