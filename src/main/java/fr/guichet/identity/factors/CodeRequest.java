package fr.guichet.identity.factors;

import fr.guichet.shared.PhoneNumber;
import java.util.UUID;

/**
 * What a code is sent for. It is worth nothing for another purpose, nor for another sign-in, session or link of the same account: a code
 * that somebody else's sign-in caused helps nobody, and one that was coaxed out of its owner opens no sign-in but her own (OWASP ASVS
 * 5.0, 6.6.2).
 *
 * @param of which one of its kind
 */
public record CodeRequest(Purpose purpose, String of) {

    /** The kinds. Of each, the last code sent to an account counts. */
    public enum Purpose {
        SIGN_IN,
        CONFIRM,
        MOBILE,
        RECOVER
    }

    /** To sign in. */
    public static CodeRequest signIn(UUID signIn) {
        return new CodeRequest(Purpose.SIGN_IN, signIn.toString());
    }

    /** To confirm who is signed in, in this session. */
    public static CodeRequest confirmation(UUID session) {
        return new CodeRequest(Purpose.CONFIRM, session.toString());
    }

    /** To choose a password by this link. */
    public static CodeRequest recovery(String link) {
        return new CodeRequest(Purpose.RECOVER, link);
    }

    /** To have codes sent to this telephone. */
    static CodeRequest mobile(PhoneNumber number) {
        return new CodeRequest(Purpose.MOBILE, number.value());
    }

    /** All of it, for the MAC. */
    String text() {
        return purpose + " " + of;
    }
}
