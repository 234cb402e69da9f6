package fr.guichet.identity.passkeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.TimeOrderedIds;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/**
 * Passkeys as rows. The public key is encrypted, not because it is a secret but so that whoever rules the database cannot put in one of
 * his own, or move one to another account: a row that was not written here is no passkey (OWASP ASVS 5.0, 6.7.1).
 */
@Repository
class PasskeyRows implements UserCredentialRepository {

    private static final String SELECT = """
            select account_id, credential_id, public_key, signature_count, user_verified, transports, backup_eligible, backed_up,
                   attestation, client_data, label, created_at, last_used_at
              from identity.passkeys
             where\s""";

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyRows.class);

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;

    PasskeyRows(JdbcClient jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql(SELECT + "credential_id = ?")
                .param(id.getBytes())
                .query(this::passkey)
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return jdbc
                .sql(SELECT + "account_id = ? order by created_at")
                .param(account(owner).value())
                .query(this::passkey)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Keeps a new passkey, or what its use changed.
     *
     * @throws IllegalStateException when its signature counter went back: there are two of it, and one is a copy (Web Authentication
     *     Level 3, section 6.1.1)
     */
    @Override
    public void save(CredentialRecord passkey) {
        if (!used(passkey)) {
            insert(passkey);
        }
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from identity.passkeys where credential_id = ?")
                .param(id.getBytes())
                .update();
    }

    private boolean used(CredentialRecord passkey) {
        var found = jdbc.sql("""
                        select signature_count from identity.passkeys where credential_id = ? for update
                        """)
                .param(passkey.getCredentialId().getBytes())
                .query(Long.class)
                .optional();
        if (found.isEmpty()) {
            return false;
        }
        var count = passkey.getSignatureCount();
        if ((count != 0 || found.get() != 0) && count <= found.get()) {
            throw new IllegalStateException("The signature counter of a passkey went back");
        }
        jdbc.sql("""
                update identity.passkeys
                   set signature_count = :count, backed_up = :backedUp, last_used_at = :now
                 where credential_id = :credential
                """)
                .param("count", count)
                .param("backedUp", passkey.isBackupState())
                .param("now", at(clock.instant()))
                .param("credential", passkey.getCredentialId().getBytes())
                .update();
        return true;
    }

    private void insert(CredentialRecord passkey) {
        var kept = jdbc.sql("""
                insert into identity.passkeys (id, account_id, credential_id, public_key, signature_count, user_verified, transports,
                                               backup_eligible, backed_up, attestation, client_data, label, created_at, last_used_at)
                values (:id, :account, :credential, :key, :count, :verified, :transports,
                        :eligible, :backedUp, :attestation, :clientData, :label, :now, :now)
                on conflict (credential_id) do nothing
                """)
                .param("id", TimeOrderedIds.next())
                .param("account", account(passkey.getUserEntityUserId()).value())
                .param("credential", passkey.getCredentialId().getBytes())
                .param("key", encrypted(passkey))
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param("attestation", required(passkey.getAttestationObject()))
                .param("clientData", required(passkey.getAttestationClientDataJSON()))
                .param("label", passkey.getLabel())
                .param("now", at(clock.instant()))
                .update();
        if (kept == 0) {
            throw new IllegalArgumentException("This passkey is known already");
        }
    }

    private byte[] encrypted(CredentialRecord passkey) {
        var bound = bound(
                account(passkey.getUserEntityUserId()),
                passkey.getCredentialId().getBytes());
        try {
            return keys.secrets().encrypt(passkey.getPublicKey().getBytes(), bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A passkey could not be protected", e);
        }
    }

    /** What a key is bound to: account and credential. */
    private static byte[] bound(AccountId account, byte[] credential) {
        return ("passkey\n" + account + '\n' + HexFormat.of().formatHex(credential)).getBytes(UTF_8);
    }

    /** Empty when the key was not written here for this account and credential. */
    private Optional<CredentialRecord> passkey(ResultSet row, int number) throws SQLException {
        var account = new AccountId(row.getObject("account_id", UUID.class));
        try {
            var bound = bound(account, row.getBytes("credential_id"));
            return Optional.of(passkey(row, account, keys.secrets().decrypt(row.getBytes("public_key"), bound)));
        } catch (GeneralSecurityException e) {
            LOG.error("The key of a passkey of account {} is not as it was written; it is not used", account);
            return Optional.empty();
        }
    }

    private static CredentialRecord passkey(ResultSet row, AccountId account, byte[] publicKey) throws SQLException {
        var transports = (String[]) row.getArray("transports").getArray();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .userEntityUserId(PasskeyOwners.handle(account))
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .transports(Arrays.stream(transports)
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static AccountId account(Bytes owner) {
        return Objects.requireNonNull(PasskeyOwners.account(owner), "not a handle of ours");
    }

    private static byte[] required(@Nullable Bytes bytes) {
        return Objects.requireNonNull(bytes, "a new passkey comes with its attestation")
                .getBytes();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
