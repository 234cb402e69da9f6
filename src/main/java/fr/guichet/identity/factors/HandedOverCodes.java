package fr.guichet.identity.factors;

import fr.guichet.shared.AccountId;
import org.springframework.stereotype.Component;

/** Codes that the bank hands to a person: on paper, face to face, or by telephone. */
@Component
public class HandedOverCodes {

    private static final String PURPOSE = "handed over";

    private final CodeMacs macs;

    HandedOverCodes(CodeMacs macs) {
        this.macs = macs;
    }

    /** Looks like a recovery code. */
    public String next() {
        return CodeText.recovery();
    }

    /** What is kept of it. */
    public byte[] mac(AccountId account, String code) {
        return macs.of(PURPOSE, account, CodeText.plain(code));
    }

    public boolean matches(byte[] mac, AccountId account, CharSequence typed) {
        return macs.matches(mac, PURPOSE, account, CodeText.plain(typed));
    }
}
