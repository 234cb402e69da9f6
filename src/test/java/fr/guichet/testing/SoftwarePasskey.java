package fr.guichet.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey without a device: answers the questions of Web Authentication as a browser would, ES256 and no attestation. What it says
 * can be bent, to see that it is not believed.
 */
public final class SoftwarePasskey {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int NEW = 0x40;
    private static final int COORDINATE = 32;

    private final byte[] id = new byte[32];
    private final KeyPair keys = generate();
    private final String origin;
    private String owner = "";
    private int verified = VERIFIED;
    private int count;

    /**
     * A passkey in a browser that shows this site.
     *
     * @param origin for example {@code http://localhost:8080}
     */
    public SoftwarePasskey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
    }

    /** From now on it does not ask its user for a finger, a face or a PIN. */
    public SoftwarePasskey withoutVerification() {
        verified = 0;
        return this;
    }

    /** Says that it was used this often. */
    public SoftwarePasskey counting(int used) {
        count = used;
        return this;
    }

    /** What {@code navigator.credentials.create} gives, as JSON. */
    public String register(JsonNode options) {
        owner = options.at("/user/id").asString();
        var clientData = clientData("webauthn.create", options);
        var data = bytes(
                hash(options.at("/rp/id").asString().getBytes(UTF_8)),
                new byte[] {(byte) (PRESENT | verified | NEW)},
                ByteBuffer.allocate(4).putInt(count).array(),
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                coseKey());
        var attestation = bytes(
                new byte[] {(byte) 0xA3, 0x63},
                "fmt".getBytes(US_ASCII),
                new byte[] {0x64},
                "none".getBytes(US_ASCII),
                new byte[] {0x67},
                "attStmt".getBytes(US_ASCII),
                new byte[] {(byte) 0xA0, 0x68},
                "authData".getBytes(US_ASCII),
                new byte[] {0x58, (byte) data.length},
                data);
        return credential(Map.of(
                "attestationObject", base64(attestation),
                "clientDataJSON", base64(clientData),
                "transports", List.of("internal")));
    }

    /** What {@code navigator.credentials.get} gives, as JSON. */
    public String answer(JsonNode options) {
        var clientData = clientData("webauthn.get", options);
        var data = bytes(
                hash(options.at("/rpId").asString().getBytes(UTF_8)),
                new byte[] {(byte) (PRESENT | verified)},
                ByteBuffer.allocate(4).putInt(count).array());
        return credential(Map.of(
                "authenticatorData", base64(data),
                "clientDataJSON", base64(clientData),
                "signature", base64(signature(bytes(data, hash(clientData)))),
                "userHandle", owner));
    }

    private String credential(Map<String, Object> response) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        base64(id),
                        "rawId",
                        base64(id),
                        "type",
                        "public-key",
                        "response",
                        response,
                        "clientExtensionResults",
                        Map.of(),
                        "authenticatorAttachment",
                        "platform"));
    }

    private byte[] clientData(String type, JsonNode options) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type",
                        type,
                        "challenge",
                        options.at("/challenge").asString(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false))
                .getBytes(UTF_8);
    }

    /** RFC 9053, section 7.1.1: EC2, ES256, P-256, x, y. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return bytes(
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, COORDINATE},
                coordinate(point.getAffineX()),
                new byte[] {0x22, 0x58, COORDINATE},
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[COORDINATE];
        var length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private byte[] signature(byte[] data) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
