package fr.guichet.identity;

/** Why an account of staff is suspended. A short list on purpose: no text about a person is kept. */
public enum SuspensionReason {
    /** The person left the bank. */
    LEFT,
    /** Away for a long time. */
    LONG_ABSENCE,
    /** Somebody else may be using it, or its owner for what he may not. */
    SUSPECTED_MISUSE,
    OTHER
}
