package fr.guichet.identity.signon;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who at the bank's sign-on is which account. */
@Component
public class SignOnLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignOnLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Somebody at the sign-on.
     *
     * @param issuer the provider
     * @param subject who, unique there and never given to anyone else
     */
    public record Subject(String issuer, String subject) {

        @Override
        public String toString() {
            return "Subject[…]";
        }
    }

    /** What a link rests on. */
    public enum Proof {
        /** A claim that names the account, which only the bank can set. */
        CLAIM,
        /** The account's owner, who signed in here as well. */
        OWNER
    }

    public Optional<AccountId> account(Subject subject) {
        return jdbc.sql("select account_id from identity.sign_on_links where issuer = ? and subject = ?")
                .params(subject.issuer(), subject.subject())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Since when the account is linked to somebody at this issuer. */
    public Optional<Instant> since(AccountId account, String issuer) {
        return jdbc.sql("select linked_at from identity.sign_on_links where account_id = ? and issuer = ?")
                .params(account.value(), issuer)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The account that this customer has. */
    Optional<AccountId> accountOf(CustomerId customer) {
        return jdbc.sql("select account_id from identity.grants where customer_id = ?")
                .param(customer.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Whether the account has a password or a passkey. */
    boolean hasLocalFactor(AccountId account) {
        return jdbc.sql("""
                        select exists (select from identity.accounts where id = :id and password_hash is not null)
                            or exists (select from identity.passkeys where account_id = :id)
                        """).param("id", account.value()).query(Boolean.class).single();
    }

    /** Links the two; false when one of them is linked already, be it to the other. */
    boolean add(Subject subject, AccountId account, Proof proof) {
        return jdbc.sql("""
                        insert into identity.sign_on_links (issuer, subject, account_id, proven_by, linked_at)
                        values (:issuer, :subject, :account, :proof, :now)
                        on conflict do nothing
                        """)
                        .param("issuer", subject.issuer())
                        .param("subject", subject.subject())
                        .param("account", account.value())
                        .param("proof", proof.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when there was no link. */
    boolean remove(AccountId account, String issuer) {
        return jdbc.sql("delete from identity.sign_on_links where account_id = ? and issuer = ?")
                        .params(account.value(), issuer)
                        .update()
                == 1;
    }
}
