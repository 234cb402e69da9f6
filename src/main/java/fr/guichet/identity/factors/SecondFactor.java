package fr.guichet.identity.factors;

import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What may stand beside the password. Each is something that its owner has (Delegated Regulation (EU) 2018/389, article 7). */
public enum SecondFactor {
    /** A code that an app on the owner's phone makes from the time (RFC 6238). */
    AUTHENTICATOR_APP("FACTOR_TOTP"),
    /** A code sent by e-mail or text message. */
    MESSAGE_CODE(FactorGrantedAuthority.OTT_AUTHORITY),
    /** One of the codes on the sheet that its owner keeps. */
    RECOVERY_CODE("FACTOR_RECOVERY_CODE");

    private final String authority;

    SecondFactor(String authority) {
        this.authority = authority;
    }

    /** The name under which Spring Security knows that it was proven. */
    public String authority() {
        return authority;
    }
}
