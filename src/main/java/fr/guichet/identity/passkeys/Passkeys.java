package fr.guichet.identity.passkeys;

import com.webauthn4j.util.exception.WebAuthnException;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.passkeys.PasskeyChallenges.Challenge;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.web.PublicAddress;
import fr.guichet.shared.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * An account's passkeys. They are asked to verify their user, always: without that a passkey is one factor, and the library's own
 * default would not insist.
 */
@Component
public class Passkeys {

    /** As many as one account may have. */
    private static final int MOST = 10;

    private static final UserVerificationRequirement VERIFIED = UserVerificationRequirement.REQUIRED;

    private final PasskeyRows rows;
    private final PasskeyOwners owners;
    private final PasskeyChallenges challenges;
    private final Accounts accounts;
    private final PublicAddress address;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    Passkeys(
            PasskeyRows rows,
            PasskeyOwners owners,
            PasskeyChallenges challenges,
            Accounts accounts,
            PublicAddress address,
            Transactions transactions,
            JdbcClient jdbc) {
        this.rows = rows;
        this.owners = owners;
        this.challenges = challenges;
        this.accounts = accounts;
        this.address = address;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** One of an account's passkeys. */
    public record Passkey(UUID id, String label, boolean backedUp, Instant createdAt, Instant lastUsedAt) {}

    /**
     * A question for the browser, and the token by which its answer is known.
     *
     * @param options of the library's own type; {@link PasskeyJson} writes them
     */
    public record Question<T>(T options, OneTimeToken token) {}

    /** What became of the wish to add a passkey. */
    public enum Registration {
        ADDED,
        /** It could not be verified, its question was old, or it is known already. */
        REFUSED,
        TOO_MANY
    }

    public List<Passkey> of(AccountId account) {
        return jdbc.sql("""
                        select id, label, backed_up, created_at, last_used_at
                          from identity.passkeys where account_id = ? order by created_at, id
                        """)
                .param(account.value())
                .query((row, number) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getBoolean("backed_up"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Asks the browser to make a passkey for this account; those that exist are named, so that no device makes a second. */
    public Question<PublicKeyCredentialCreationOptions> askForNew(AccountId account) {
        var challenge = Bytes.random();
        return new Question<>(creation(account, challenge), challenges.keep(new Challenge(account, challenge)));
    }

    /** Keeps the passkey that the browser made. */
    public Registration register(AccountId account, OneTimeToken token, String answer, String label) {
        return transactions.call(() -> {
            var challenge = challenges.take(token);
            if (challenge.isEmpty() || !account.equals(challenge.get().account())) {
                return Registration.REFUSED;
            }
            lock(account);
            if (of(account).size() >= MOST) {
                return Registration.TOO_MANY;
            }
            return register(account, challenge.get().value(), answer, label)
                    ? Registration.ADDED
                    : Registration.REFUSED;
        });
    }

    /** Asks the browser for any passkey of ours that it has. */
    public Question<PublicKeyCredentialRequestOptions> ask() {
        var challenge = Bytes.random();
        return new Question<>(request(challenge), challenges.keep(new Challenge(null, challenge)));
    }

    /** Whose passkey answered; empty when the answer is not right, or not to a question that is open. */
    public Optional<AccountView> prove(OneTimeToken token, String answer) {
        return transactions.call(() -> challenges
                .take(token)
                .filter(challenge -> challenge.account() == null)
                .flatMap(challenge -> prove(challenge.value(), answer))
                .flatMap(accounts::find)
                .filter(AccountView::isActive));
    }

    /**
     * Gives a passkey another name.
     *
     * @return false when this account has no such passkey
     */
    public boolean rename(AccountId account, UUID passkey, String label) {
        return jdbc.sql("update identity.passkeys set label = ? where account_id = ? and id = ?")
                        .param(label)
                        .param(account.value())
                        .param(passkey)
                        .update()
                == 1;
    }

    /**
     * Forgets a passkey.
     *
     * @return false when this account has no such passkey
     */
    public boolean remove(AccountId account, UUID passkey) {
        return jdbc.sql("delete from identity.passkeys where account_id = ? and id = ?")
                        .param(account.value())
                        .param(passkey)
                        .update()
                == 1;
    }

    private boolean register(AccountId account, Bytes challenge, String answer, String label) {
        try {
            var credential = PasskeyJson.read(answer, AuthenticatorAttestationResponse.class);
            relyingParty()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(account, challenge), new RelyingPartyPublicKey(credential, label)));
            return true;
        } catch (WebAuthnException | IllegalArgumentException | JacksonException e) {
            return false;
        }
    }

    private Optional<AccountId> prove(Bytes challenge, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    PasskeyJson.read(answer, AuthenticatorAssertionResponse.class);
            var owner =
                    relyingParty().authenticate(new RelyingPartyAuthenticationRequest(request(challenge), credential));
            return Optional.ofNullable(PasskeyOwners.account(owner.getId()));
        } catch (WebAuthnException | IllegalArgumentException | IllegalStateException | JacksonException e) {
            return Optional.empty();
        }
    }

    private PublicKeyCredentialCreationOptions creation(AccountId account, Bytes challenge) {
        var owner = owners.findByUsername(account.toString());
        if (owner == null) {
            throw new IllegalArgumentException("No such account: " + account);
        }
        return PublicKeyCredentialCreationOptions.builder()
                .rp(ourselves())
                .user(owner)
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(VERIFIED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(rows.findByUserId(owner.getId()).stream()
                        .map(known -> PublicKeyCredentialDescriptor.builder()
                                .id(known.getCredentialId())
                                .transports(known.getTransports())
                                .build())
                        .toList())
                .timeout(PasskeyChallenges.LASTS)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(address.origin().getHost())
                .challenge(challenge)
                .userVerification(VERIFIED)
                .allowCredentials(List.of())
                .timeout(PasskeyChallenges.LASTS)
                .build();
    }

    /** Made anew for each use, which costs nothing: on a random port our own address is known late. */
    private WebAuthnRelyingPartyOperations relyingParty() {
        return new Webauthn4JRelyingPartyOperations(
                owners, rows, ourselves(), Set.of(address.origin().toString()));
    }

    private PublicKeyCredentialRpEntity ourselves() {
        return PublicKeyCredentialRpEntity.builder()
                .id(address.origin().getHost())
                .name("Guichet")
                .build();
    }

    /** Two passkeys that arrive together are counted one after the other. */
    private void lock(AccountId account) {
        jdbc.sql("select id from identity.accounts where id = ? for update")
                .param(account.value())
                .query(UUID.class)
                .list();
    }
}
