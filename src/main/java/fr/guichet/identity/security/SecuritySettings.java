package fr.guichet.identity.security;

import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.factors.AuthenticatorApps;
import fr.guichet.identity.factors.FactorNotices;
import fr.guichet.identity.factors.Mobiles;
import fr.guichet.identity.factors.RecoveryCodes;
import fr.guichet.identity.passkeys.Passkeys;
import fr.guichet.identity.passkeys.Passkeys.Registration;
import fr.guichet.identity.signin.CurrentPassword;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.PasswordHashing;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.PhoneNumber;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Changes the ways an account signs in. Its owner is told of each by e-mail, in the same transaction: whoever did not do it has to
 * hear of it.
 */
@Service
public class SecuritySettings {

    private final Accounts accounts;
    private final AuthenticatorApps apps;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final Mobiles mobiles;
    private final CurrentPassword currentPassword;
    private final PasswordHashing hashing;
    private final FactorNotices notices;
    private final AccountTrail trail;
    private final Transactions transactions;

    SecuritySettings(
            Accounts accounts,
            AuthenticatorApps apps,
            RecoveryCodes recovery,
            Passkeys passkeys,
            Mobiles mobiles,
            CurrentPassword currentPassword,
            PasswordHashing hashing,
            FactorNotices notices,
            AccountTrail trail,
            Transactions transactions) {
        this.accounts = accounts;
        this.apps = apps;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.mobiles = mobiles;
        this.currentPassword = currentPassword;
        this.hashing = hashing;
        this.notices = notices;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * Changes the password and ends all sessions, that of the caller too.
     *
     * @param current not looked at where there is none yet
     * @throws fr.guichet.identity.signin.SignInBusyException when too many sign in at once; nothing was changed
     */
    public PasswordChange changePassword(AccountId account, CharSequence current, CharSequence password) {
        var weakness = accounts.judge(password, accounts.find(account).orElseThrow());
        if (weakness.isPresent()) {
            return new PasswordChange.Weak(weakness.get());
        }
        if (!currentPassword.is(account, current)) {
            trail.wasRefusedApart(account, AccountAudit.PASSWORD_CHANGED, "refused");
            return new PasswordChange.NotProven();
        }
        // Hashed before the transaction starts: it takes long, and needs no connection.
        var hash = hashing.run(() -> accounts.encode(password));
        changing(account, Change.PASSWORD, () -> accounts.changePasswordTo(account, hash), done -> done);
        return new PasswordChange.Changed();
    }

    /**
     * Takes an app into use once it has shown that it makes the right codes.
     *
     * @return whether it did
     */
    public boolean confirmApp(AccountId account, CharSequence code) {
        return changing(account, Change.AUTHENTICATOR_APP_ADDED, () -> apps.confirm(account, code), done -> done);
    }

    public boolean removeApp(AccountId account) {
        return changing(account, Change.AUTHENTICATOR_APP_REMOVED, () -> apps.remove(account), done -> done);
    }

    /** A new sheet of recovery codes, to be shown once; those of the old one stop working. */
    public List<String> issueRecoveryCodes(AccountId account) {
        return changing(account, Change.RECOVERY_CODES_ISSUED, () -> recovery.issue(account), _ -> true);
    }

    public Registration addPasskey(AccountId account, OneTimeToken question, String answer, String label) {
        return changing(
                account,
                Change.PASSKEY_ADDED,
                () -> passkeys.register(account, question, answer, label),
                Registration.ADDED::equals);
    }

    /** False when this account has no such passkey. */
    public boolean removePasskey(AccountId account, UUID passkey) {
        return changing(account, Change.PASSKEY_REMOVED, () -> passkeys.remove(account, passkey), done -> done);
    }

    /** Sends codes by text message from now on, once the code sent there has come back. */
    public boolean confirmMobile(AccountId account, PhoneNumber mobile, CharSequence code) {
        return changing(account, Change.MOBILE, () -> mobiles.confirm(account, mobile, code), done -> done);
    }

    /** Sends codes by e-mail again. */
    public boolean forgetMobile(AccountId account) {
        return changing(account, Change.MOBILE, () -> mobiles.forget(account), done -> done);
    }

    private <T> T changing(AccountId account, Change change, Supplier<T> work, Predicate<T> happened) {
        return transactions.call(() -> {
            var result = work.get();
            if (happened.test(result)) {
                notices.changed(account, change);
                trail.did(account, written(change));
            }
            return result;
        });
    }

    private static AccountAudit written(Change change) {
        return switch (change) {
            case PASSWORD -> AccountAudit.PASSWORD_CHANGED;
            case AUTHENTICATOR_APP_ADDED -> AccountAudit.AUTHENTICATOR_APP_ADDED;
            case AUTHENTICATOR_APP_REMOVED -> AccountAudit.AUTHENTICATOR_APP_REMOVED;
            case PASSKEY_ADDED -> AccountAudit.PASSKEY_ADDED;
            case PASSKEY_REMOVED -> AccountAudit.PASSKEY_REMOVED;
            case RECOVERY_CODES_ISSUED -> AccountAudit.RECOVERY_CODES_ISSUED;
            case RECOVERY_CODE_USED -> AccountAudit.RECOVERY_CODE_USED;
            case MOBILE -> AccountAudit.MOBILE_CHANGED;
            case BANK_SIGN_ON_LINKED -> AccountAudit.BANK_SIGN_ON_LINKED;
            case BANK_SIGN_ON_UNLINKED -> AccountAudit.BANK_SIGN_ON_UNLINKED;
            case ACCESS_GIVEN_ANEW -> AccountAudit.ACCESS_FORGOTTEN;
        };
    }
}
