package fr.guichet.shared;

/** What a person is to the bank. What each role may do is decided by the module that owns the operation. */
public enum Role {
    /** Sees and changes only what is his or her own. */
    CUSTOMER,
    /** Receives customers in one branch. */
    ADVISER,
    /** Runs one branch. */
    MANAGER,
    /** Reads what was done, and changes nothing. */
    AUDITOR,
    /** Runs Guichet for the whole bank: the network of branches, visit reasons, dead letters. */
    ADMINISTRATOR
}
