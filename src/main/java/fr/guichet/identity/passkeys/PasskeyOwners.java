package fr.guichet.identity.passkeys;

import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.shared.AccountId;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Accounts as WebAuthn sees them. The user handle that a device keeps is the account's identifier, which says nothing about the
 * person (Web Authentication Level 3, section 14.6.1); the device shows the e-mail address.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private static final int UUID_BYTES = 16;

    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(AccountId account) {
        var id = account.value();
        return new Bytes(ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static @Nullable AccountId account(Bytes handle) {
        if (handle.getBytes().length != UUID_BYTES) {
            return null;
        }
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        var account = account(handle);
        return account == null
                ? null
                : accounts.find(account).map(PasskeyOwners::entity).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return accounts.find(new AccountId(UUID.fromString(account)))
                .map(PasskeyOwners::entity)
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("Owners of passkeys are accounts, which are opened elsewhere");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Owners of passkeys are accounts, which are closed elsewhere");
    }

    private static PublicKeyCredentialUserEntity entity(AccountView account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.id()))
                .name(account.email())
                .displayName(account.displayName())
                .build();
    }
}
