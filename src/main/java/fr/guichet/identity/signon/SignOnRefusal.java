package fr.guichet.identity.signon;

/** Why the bank's sign-on let nobody in. The sign-in page says it in the reader's words. */
public enum SignOnRefusal {
    /** The provider does not answer. */
    UNAVAILABLE("sign-on-unavailable"),
    /** It is tried more often than a person does. */
    TOO_MANY("sign-on-too-many"),
    /** The provider said no, or the person gave up there. */
    REFUSED("sign-on-refused"),
    /** It took too long, was begun in another browser or window, or was not begun here at all. */
    EXPIRED("sign-on-expired"),
    /** Nobody here is known by that name, and it cannot be proven here. */
    UNKNOWN("sign-on-unknown"),
    /** This account is suspended, or its kind does not come in this way. */
    CLOSED("sign-on-closed"),
    /** The person, or the account, is linked to another. */
    CONFLICT("sign-on-conflict"),
    /** It is not the person who is signed in, or not strong. */
    NOT_CONFIRMED("sign-on-not-confirmed");

    private final String code;

    SignOnRefusal(String code) {
        this.code = code;
    }

    /** As addresses carry it. */
    public String code() {
        return code;
    }
}
