package fr.guichet.identity;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.identity.AccountRefusal.WeakPassword;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Languages;
import fr.guichet.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** The accounts people sign in with: opening, finding, and the changes that reach running sessions. */
@Service
public class Accounts {

    private static final SystemActor GUICHET = new SystemActor("guichet");

    private final AccountRows rows;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final RecentAccounts recent = new RecentAccounts();
    private final Transactions transactions;
    private final Clock clock;
    private final AuditTrail audit;

    Accounts(
            AccountRows rows,
            PasswordEncoder encoder,
            PasswordPolicy policy,
            Transactions transactions,
            Clock clock,
            AuditTrail audit) {
        this.rows = rows;
        this.encoder = encoder;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** Opens an account in the name of Guichet itself. */
    public AccountOpening open(OpenAccount wish) {
        return open(GUICHET, wish);
    }

    /** Opens an account, unless its address, its person or its password forbids it. */
    public AccountOpening open(Actor by, OpenAccount wish) {
        var weakness = weakness(wish);
        if (weakness.isPresent()) {
            return new AccountOpening.Refused(new WeakPassword(weakness.get()));
        }
        // Hashed before the transaction starts: it takes long, and needs no connection.
        var hash = hash(wish.password());
        return transactions.call(() -> opened(by, wish, rows.insert(AccountId.next(), wish, hash, now())));
    }

    /**
     * Opens many at once, all or none.
     *
     * @return in the order of the wishes
     * @throws IllegalStateException when one of them is refused
     */
    public List<AccountId> openAll(List<OpenAccount> wishes) {
        var hashes = wishes.stream().map(wish -> {
            weakness(wish).ifPresent(weakness -> {
                throw new IllegalStateException("The password was refused: " + weakness);
            });
            return Optional.ofNullable(hash(wish.password()));
        });
        var prepared = hashes.toList();
        return transactions.call(() -> {
            var opened = rows.insertAll(wishes, prepared, now());
            audit.recordAll(IntStream.range(0, opened.size())
                    .mapToObj(number -> entry(GUICHET, AccountAudit.ACCOUNT_OPENED, opened.get(number))
                            .on(wishes.get(number).grants().customer().orElse(null)))
                    .toList());
            return opened;
        });
    }

    boolean hasAdministrator() {
        return rows.someoneIs(Role.ADMINISTRATOR);
    }

    /** Empty when there is an administrator by now: of several instances that start at once, one opens the account. */
    Optional<AccountOpening> openFirstAdministrator(OpenAccount wish) {
        var weakness = weakness(wish);
        if (weakness.isPresent()) {
            return Optional.of(new AccountOpening.Refused(new WeakPassword(weakness.get())));
        }
        var hash = hash(wish.password());
        return transactions.call(() -> {
            rows.lock("first administrator");
            return hasAdministrator()
                    ? Optional.<AccountOpening>empty()
                    : Optional.of(opened(GUICHET, wish, rows.insert(AccountId.next(), wish, hash, now())));
        });
    }

    /**
     * Gives the account another password and ends its sessions. Who may do so is for the caller to decide.
     *
     * @return what is wrong with the password; empty when it was changed
     * @throws IllegalArgumentException when there is no such account
     */
    public Optional<PasswordWeakness> changePassword(AccountId id, CharSequence password) {
        var account = find(id).orElseThrow(() -> new IllegalArgumentException("No such account: " + id));
        var weakness = judge(password, account);
        if (weakness.isEmpty()) {
            // Hashed before the transaction starts: it takes long, and needs no connection.
            changePasswordTo(id, encode(password));
        }
        return weakness;
    }

    /** What is wrong with a password for this account; empty when it will do. */
    public Optional<PasswordWeakness> judge(CharSequence password, AccountView account) {
        return policy.judge(password, account.displayName(), account.email());
    }

    /**
     * The same with a password that was judged and {@linkplain #encode hashed} before.
     *
     * @return false when there is no such account
     */
    public boolean changePasswordTo(AccountId id, String hash) {
        return change(id, () -> rows.changePassword(id, hash, now()));
    }

    /** What {@link InitialPassword.Encoded} takes. Slow on purpose. */
    public String encode(CharSequence password) {
        return required(encoder.encode(password));
    }

    public Optional<AccountView> find(AccountId id) {
        return rows.find(id);
    }

    /** The account as it was a second ago at most: for what every request asks. Own changes show at once. */
    public Optional<AccountView> recent(AccountId id) {
        return recentSince(id, 0);
    }

    /** The same, but never from before the session version: who has just signed in may know better than this instance. */
    public Optional<AccountView> recentSince(AccountId id, long sessionVersion) {
        return recent.find(id, sessionVersion, rows::find);
    }

    public Optional<AccountView> findByEmail(EmailAddress email) {
        return rows.findByEmailKey(email.key());
    }

    /** The account by which a customer sees what is his own; empty when he has none. */
    public Optional<AccountView> findByCustomer(CustomerId customer) {
        return rows.findByCustomer(customer);
    }

    /**
     * Changes the language this account reads. Running sessions follow.
     *
     * @return false when there is no such account
     */
    public boolean changeLanguage(AccountId id, String language) {
        Languages.required(language);
        return change(id, () -> rows.changeLanguage(id, language, now()));
    }

    /** Bars the account in the name of Guichet itself. */
    public boolean suspend(AccountId id) {
        return suspend(GUICHET, id);
    }

    /** Bars the account and ends its sessions, on other instances within a second. Doing so twice changes nothing more. */
    public boolean suspend(Actor by, AccountId id) {
        return suspend(by, id, null);
    }

    /** The same, with the reason for the audit trail. */
    public boolean suspend(Actor by, AccountId id, @Nullable SuspensionReason reason) {
        return change(
                id,
                entry(by, AccountAudit.ACCOUNT_SUSPENDED, id).with("reason", reason),
                () -> rows.changeStatus(id, AccountStatus.SUSPENDED, now()));
    }

    /** Lets a suspended account sign in again, in the name of Guichet itself. */
    public boolean reinstate(AccountId id) {
        return reinstate(GUICHET, id);
    }

    /** Since when it has the password it has; empty without one. */
    public Optional<Instant> passwordSince(AccountId id) {
        return rows.passwordSince(id);
    }

    /** Lets a suspended account sign in again. */
    public boolean reinstate(Actor by, AccountId id) {
        return change(
                id,
                entry(by, AccountAudit.ACCOUNT_REINSTATED, id),
                () -> rows.changeStatus(id, AccountStatus.ACTIVE, now()));
    }

    /** Replaces what the account is entitled to, in the name of Guichet itself. */
    public boolean entitle(AccountId id, Grants grants) {
        return entitle(GUICHET, id, grants);
    }

    /** Replaces what the account is entitled to, and ends its sessions: they were opened under other rights. */
    public boolean entitle(Actor by, AccountId id, Grants grants) {
        return transactions.call(() -> {
            var before =
                    rows.find(id).map(AccountView::grants).map(Grants::roles).orElse(Set.of());
            return change(id, entry(by, AccountAudit.ACCOUNT_ENTITLED, id), () -> rows.replaceGrants(id, grants, now()))
                    && recordRoles(by, id, before, grants.roles());
        });
    }

    /** Forgets all that this account signs in with, and ends its sessions; {@link AccountAccess} is who asks for it. */
    boolean forgetAccess(Actor by, AccountId id) {
        return change(id, entry(by, AccountAudit.ACCESS_FORGOTTEN, id), () -> rows.forgetAccess(id, now()));
    }

    private boolean change(AccountId id, AuditEntry entry, BooleanSupplier work) {
        return change(id, () -> {
            var changed = work.getAsBoolean();
            if (changed) {
                audit.record(entry.on(rows.find(id)
                        .flatMap(account -> account.grants().customer())
                        .orElse(null)));
            }
            return changed;
        });
    }

    private boolean recordRoles(Actor by, AccountId id, Set<Role> before, Set<Role> after) {
        var given = Arrays.stream(Role.values())
                .filter(role -> after.contains(role) && !before.contains(role))
                .map(role -> entry(by, AccountAudit.ROLE_GIVEN, id).with("role", role));
        var taken = Arrays.stream(Role.values())
                .filter(role -> before.contains(role) && !after.contains(role))
                .map(role -> entry(by, AccountAudit.ROLE_TAKEN, id).with("role", role));
        audit.recordAll(Stream.concat(given, taken).toList());
        return true;
    }

    private AccountOpening opened(Actor by, OpenAccount wish, AccountOpening opening) {
        if (opening instanceof AccountOpening.Opened opened) {
            audit.record(entry(by, AccountAudit.ACCOUNT_OPENED, opened.account())
                    .on(wish.grants().customer().orElse(null)));
            if (wish.grants().customer().isEmpty()) {
                recordRoles(by, opened.account(), Set.of(), wish.grants().roles());
            }
        }
        return opening;
    }

    private static AuditEntry entry(Actor by, AccountAudit what, AccountId account) {
        return AuditEntry.of(by, what, AuditSubject.ACCOUNT, account.value());
    }

    private boolean change(AccountId id, BooleanSupplier work) {
        return transactions.call(() -> {
            recent.forgetOnceCommitted(id);
            return work.getAsBoolean();
        });
    }

    private Optional<PasswordWeakness> weakness(OpenAccount wish) {
        return switch (wish.password()) {
            case InitialPassword.Plain plain ->
                policy.judge(plain.text(), wish.displayName(), wish.email().value());
            case InitialPassword.Encoded _, InitialPassword.None _ -> Optional.empty();
        };
    }

    private @Nullable String hash(InitialPassword password) {
        return switch (password) {
            case InitialPassword.None _ -> null;
            case InitialPassword.Plain plain -> encode(plain.text());
            case InitialPassword.Encoded encoded -> encoded.hash();
        };
    }

    private Instant now() {
        return clock.instant();
    }

    private static String required(@Nullable String hash) {
        if (hash == null) {
            throw new IllegalStateException("The encoder made no hash");
        }
        return hash;
    }
}
