package fr.guichet.identity.factors;

import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * How codes are kept: as a MAC under a key that is not in the database. A plain hash of six digits would be undone in a second by
 * whoever reads the table. What the code is for and whose it is go into it, so that no row is of use in another's place.
 */
@Component
class CodeMacs {

    private final Keys keys;

    CodeMacs(Keys keys) {
        this.keys = keys;
    }

    byte[] of(String purpose, AccountId account, String code) {
        try {
            return keys.codes().computeMac(input(purpose, account, code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A code could not be protected", e);
        }
    }

    boolean matches(byte[] mac, String purpose, AccountId account, String code) {
        try {
            keys.codes().verifyMac(mac, input(purpose, account, code));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] input(String purpose, AccountId account, String code) {
        return (purpose + '\n' + account + '\n' + code).getBytes(StandardCharsets.UTF_8);
    }
}
