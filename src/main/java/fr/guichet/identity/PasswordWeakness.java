package fr.guichet.identity;

/** What is wrong with a password that someone chose. */
public enum PasswordWeakness {
    /** Under 12 characters. */
    TOO_SHORT,
    /** Over 128 characters. */
    TOO_LONG,
    /** Among the first that anyone would try, or one of them with a year or a mark behind it. */
    COMMON,
    /** The same few characters, or neighbours on the keyboard, over and over. */
    REPETITIVE,
    /** Made of the owner's own name or address. */
    PERSONAL,
    /** Holds characters that cannot be typed, such as a line break. */
    UNTYPEABLE
}
