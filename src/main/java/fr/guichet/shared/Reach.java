package fr.guichet.shared;

/** On whose data something may be done. */
public enum Reach {
    /** What is one's own: a customer's record and visits, an adviser's calendar. */
    OWN,
    /** What belongs to the branch one works in. */
    OWN_BRANCH,
    /** What belongs to the department one works in. */
    OWN_DEPARTMENT,
    /** Everyone's. */
    ALL
}
