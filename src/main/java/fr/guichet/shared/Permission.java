package fr.guichet.shared;

/** What somebody is told who wants to do something to a thing. */
public enum Permission {
    GRANTED,
    /** May see it, but not do this to it. */
    FORBIDDEN,
    /** May not see it, and so must not learn that it exists. */
    NOT_FOUND
}
