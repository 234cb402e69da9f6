package fr.guichet.platform.keys;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig2026;

/** What keys are for. Each purpose has a keyset of its own: one key that is used, and older ones that still open what they closed. */
public enum KeyPurpose {
    /** Signs what the audit trail has sealed: Ed25519. Its public half lies beside it, for auditors. */
    AUDIT("audit"),
    /** Marks each entry of the audit trail until it is sealed: HMAC-SHA256. */
    AUDIT_ENTRIES("audit-entries"),
    /** Encrypts small secrets that the database keeps: AES-256-GCM. */
    SECRETS("secrets"),
    /** Authenticates one-time codes and recovery codes: HMAC-SHA256. */
    CODES("codes");

    private final String file;

    KeyPurpose(String file) {
        this.file = file;
    }

    /** The name of its file in the directory of keys. */
    public String file() {
        return file + ".json";
    }

    /** The name of the file with the public half; only {@link #AUDIT} has one. */
    String publicFile() {
        return file + ".public.json";
    }

    /** How the library is to handle such keys; it knows no others. */
    Configuration configuration() {
        return switch (this) {
            case AUDIT -> SignatureConfig2026.get();
            case AUDIT_ENTRIES, CODES -> MacConfig2026.get();
            case SECRETS -> AeadConfig2026.get();
        };
    }

    /** The kind of key that is made today; a keyset may hold older kinds. */
    Parameters parameters() {
        return switch (this) {
            case AUDIT -> PredefinedSignatureParameters.ED25519;
            case AUDIT_ENTRIES, CODES -> PredefinedMacParameters.HMAC_SHA256_256BITTAG;
            case SECRETS -> PredefinedAeadParameters.AES256_GCM;
        };
    }
}
