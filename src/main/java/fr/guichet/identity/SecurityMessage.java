package fr.guichet.identity;

import fr.guichet.shared.AccountId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What sign-in has to tell a person. It is for that person alone: never log one. */
public sealed interface SecurityMessage {

    Recipient to();

    /**
     * Whom it is for, and where.
     *
     * @param displayName how to address this person
     * @param language ISO 639 code
     * @param channel where it goes; notices about an account always go by e-mail
     * @param address an e-mail address, or a telephone number in international form (E.164)
     */
    record Recipient(AccountId account, String displayName, String language, Channel channel, String address) {

        @Override
        public String toString() {
            return "Recipient[" + account + ", " + channel + "]";
        }
    }

    /** How it goes. */
    enum Channel {
        EMAIL,
        TEXT
    }

    /**
     * A code to be entered.
     *
     * @param code six digits
     * @param lasts how long it can be used
     */
    record OneTimeCode(Recipient to, String code, Duration lasts) implements SecurityMessage {
        @Override
        public String toString() {
            return "OneTimeCode[" + to + "]";
        }
    }

    /**
     * Somebody signed in from a browser that this account was not seen in before.
     *
     * @param device in words, such as "Firefox, Windows"; null when the browser does not say
     */
    record NewDevice(Recipient to, @Nullable String device, Instant at) implements SecurityMessage {}

    /** Somebody tried to sign in and did not succeed. */
    record SuspiciousSignIn(Recipient to, Suspicion suspicion, Instant at) implements SecurityMessage {}

    /** What was noticed. */
    enum Suspicion {
        /** Five failures in a row; the time is when the account opens again. */
        LOCKED,
        /** The right password, and no right code; the time is when it was entered. */
        PASSWORD_WITHOUT_CODE
    }

    /** How this account signs in was changed; whoever did not do it has to hear of it. */
    record FactorChanged(Recipient to, Change change, Instant at) implements SecurityMessage {}

    /** What may change. */
    enum Change {
        PASSWORD,
        AUTHENTICATOR_APP_ADDED,
        AUTHENTICATOR_APP_REMOVED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        RECOVERY_CODES_ISSUED,
        RECOVERY_CODE_USED,
        MOBILE,
        BANK_SIGN_ON_LINKED,
        BANK_SIGN_ON_UNLINKED,
        /** The bank forgot them all and handed over a code for a new start. */
        ACCESS_GIVEN_ANEW
    }

    /**
     * A link by which a person chooses the first password, or a new one.
     *
     * @param link works once
     * @param lasts how long
     */
    record PasswordLink(Recipient to, URI link, Duration lasts, Occasion occasion) implements SecurityMessage {
        @Override
        public String toString() {
            return "PasswordLink[" + to + ", " + occasion + "]";
        }
    }

    /** Why somebody gets a link. */
    enum Occasion {
        INVITED,
        FORGOTTEN
    }
}
