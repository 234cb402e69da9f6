package fr.guichet.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.GuichetTest;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** A row is a passkey only as it was written here. */
@GuichetTest
class PasskeyRowsTests {

    private static final byte[] KEY = {1, 2, 3};

    @Autowired
    private PasskeyRows passkeys;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theKeyComesBackAsItWas() {
        var marie = account();
        var credential = added(marie);

        var found = Objects.requireNonNull(passkeys.findByCredentialId(credential));
        assertThat(found.getPublicKey().getBytes()).isEqualTo(KEY);
        assertThat(passkeys.findByUserId(PasskeyOwners.handle(marie))).hasSize(1);
    }

    @Test
    void aKeyThatSomebodyPutInIsNotUsed() {
        var marie = account();
        var credential = added(marie);
        jdbc.sql("update identity.passkeys set public_key = ? where account_id = ?")
                .param(new byte[] {4, 5, 6})
                .param(marie.value())
                .update();

        assertThat(passkeys.findByCredentialId(credential)).isNull();
        assertThat(passkeys.findByUserId(PasskeyOwners.handle(marie))).isEmpty();
    }

    @Test
    void aRowMovedToAnotherAccountOpensNothing() {
        var mallory = account();
        var marie = account();
        var credential = added(mallory);
        jdbc.sql("update identity.passkeys set account_id = ? where account_id = ?")
                .param(marie.value())
                .param(mallory.value())
                .update();

        assertThat(passkeys.findByCredentialId(credential)).isNull();
    }

    @Test
    void aKeyCopiedToAnotherCredentialOpensNothing() {
        var mallory = account();
        var marie = account();
        added(mallory);
        var credential = added(marie);
        jdbc.sql("""
                        update identity.passkeys set public_key = (select public_key from identity.passkeys where account_id = ?)
                         where account_id = ?
                        """).param(mallory.value()).param(marie.value()).update();

        assertThat(passkeys.findByCredentialId(credential)).isNull();
    }

    private Bytes added(AccountId owner) {
        var credential = Bytes.random();
        passkeys.save(ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .userEntityUserId(PasskeyOwners.handle(owner))
                .credentialId(credential)
                .publicKey(new ImmutablePublicKeyCose(KEY))
                .signatureCount(1)
                .uvInitialized(true)
                .transports(Set.of())
                .backupEligible(false)
                .backupState(false)
                .attestationObject(new Bytes(new byte[] {7}))
                .attestationClientDataJSON(new Bytes(new byte[] {8}))
                .label("Téléphone")
                .build());
        return credential;
    }

    private AccountId account() {
        return accounts.open(new OpenAccount(
                        new EmailAddress(UUID.randomUUID() + "@example.org"),
                        new InitialPassword.None(),
                        "Marie Lefèvre",
                        "fr",
                        Grants.of(Grant.customer(CustomerId.next()))))
                .orThrow();
    }
}
