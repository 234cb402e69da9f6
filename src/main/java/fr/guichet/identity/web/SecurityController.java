package fr.guichet.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.PasswordWeakness;
import fr.guichet.identity.factors.AuthenticatorApps;
import fr.guichet.identity.factors.Mobiles;
import fr.guichet.identity.factors.RecoveryCodes;
import fr.guichet.identity.passkeys.PasskeyJson;
import fr.guichet.identity.passkeys.Passkeys;
import fr.guichet.identity.security.AuthenticatorSecret;
import fr.guichet.identity.security.PasswordChange;
import fr.guichet.identity.security.SecuritySettings;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.SignInBusyException;
import fr.guichet.identity.signon.BankSignOn;
import fr.guichet.identity.web.SignInCookies.Kind;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.PhoneNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the person who is signed in signs in, and changing that. Every change asks for a factor proven a short while ago. */
@RestController
@RequestMapping("/api/security")
class SecurityController {

    private final SecuritySettings settings;
    private final Accounts accounts;
    private final AuthenticatorApps apps;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final Mobiles mobiles;
    private final SignedInAccounts signedIn;
    private final BrowserSessions sessions;
    private final SignInCookies cookies;
    private final BankSignOn signOn;

    SecurityController(
            SecuritySettings settings,
            Accounts accounts,
            AuthenticatorApps apps,
            RecoveryCodes recovery,
            Passkeys passkeys,
            Mobiles mobiles,
            SignedInAccounts signedIn,
            BrowserSessions sessions,
            SignInCookies cookies,
            BankSignOn signOn) {
        this.settings = settings;
        this.accounts = accounts;
        this.apps = apps;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.mobiles = mobiles;
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.signOn = signOn;
    }

    /** What this account signs in with. */
    @GetMapping
    SecurityOverview getSecurity() {
        var account = account();
        return new SecurityOverview(
                accounts.passwordSince(account).map(SecurityController::at).orElse(null),
                apps.since(account).map(SecurityController::at).orElse(null),
                mobiles.of(account).map(SecurityController::masked).orElse(null),
                recovery.left(account),
                passkeys.of(account).stream().map(PasskeyView::of).toList(),
                signOn.linkedSince(account).map(SecurityController::at).orElse(null));
    }

    /** Chooses another password, by the current one. All other sessions end; this one goes on. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @Valid @RequestBody NewPassword wanted, HttpServletRequest request, HttpServletResponse response) {
        switch (change(wanted)) {
            case PasswordChange.Changed _ -> {}
            case PasswordChange.Weak(var weakness) ->
                throw weakPassword(weakness).exception();
            case PasswordChange.NotProven _ ->
                throw Problems.invalid(new InvalidField("currentPassword", "invalid.current-password"))
                        .exception();
        }
        sessions.followAccount(accounts.find(account()).orElseThrow(), request, response);
    }

    /** Makes a secret for an authenticator app, shown this once. It counts when a first code made with it was entered. */
    @PostMapping("/authenticator-app")
    AuthenticatorAppOffer offerAuthenticatorApp() {
        var account = view();
        return apps.offer(account.id())
                .map(secret -> AuthenticatorSecret.of(secret, account.email()))
                .map(secret -> new AuthenticatorAppOffer(secret.text(), secret.uri()))
                .orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "authenticator-app-exists")
                        .exception());
    }

    /** The app's first code: from now on its codes count, and none are sent by message. */
    @PostMapping("/authenticator-app/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmAuthenticatorApp(@Valid @RequestBody SessionController.EnteredCode entered) {
        if (!settings.confirmApp(account(), entered.code())) {
            throw SecurityProblems.CONFIRMATION_REFUSED.exception();
        }
    }

    /** Forgets the app; codes are sent by message again. */
    @DeleteMapping("/authenticator-app")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeAuthenticatorApp() {
        settings.removeApp(account());
    }

    /** A new sheet of ten recovery codes, shown this once; the old ones stop working. */
    @PostMapping("/recovery-codes")
    RecoverySheet issueRecoveryCodes() {
        return new RecoverySheet(settings.issueRecoveryCodes(account()));
    }

    /** What to ask the browser for a new passkey, for {@code navigator.credentials.create}. */
    @PostMapping("/passkeys/question")
    PasskeySignInController.Question askForPasskey(HttpServletRequest request, HttpServletResponse response) {
        var question = passkeys.askForNew(account());
        cookies.give(Kind.PASSKEY, question.token(), request, response);
        return new PasskeySignInController.Question(PasskeyJson.write(question.options()));
    }

    /** Keeps the passkey that the browser made. */
    @PostMapping("/passkeys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addPasskey(@Valid @RequestBody NewPasskey made, HttpServletRequest request, HttpServletResponse response) {
        var question = cookies.of(Kind.PASSKEY, request).orElseGet(OneTimeToken::next);
        cookies.takeBack(Kind.PASSKEY, request, response);
        switch (settings.addPasskey(
                account(), question, made.credential().toString(), made.label().strip())) {
            case ADDED -> {}
            case REFUSED ->
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "passkey-not-added")
                        .exception();
            case TOO_MANY ->
                throw Problem.of(HttpStatus.CONFLICT, "too-many-passkeys").exception();
        }
    }

    /** Gives a passkey another name. */
    @PutMapping("/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renamePasskey(@PathVariable UUID id, @Valid @RequestBody PasskeyLabel wanted) {
        found(passkeys.rename(account(), id, wanted.label().strip()));
    }

    /** Forgets a passkey. */
    @DeleteMapping("/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePasskey(@PathVariable UUID id) {
        found(settings.removePasskey(account(), id));
    }

    /** Sends a code to a mobile telephone, to see whether it arrives. */
    @PostMapping("/mobile")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offerMobile(@Valid @RequestBody Mobile wanted) {
        mobiles.ask(account(), number(wanted.number()));
    }

    /** Has codes sent there from now on. */
    @PostMapping("/mobile/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmMobile(@Valid @RequestBody MobileConfirmation entered) {
        if (!settings.confirmMobile(account(), number(entered.number()), entered.code())) {
            throw SecurityProblems.CONFIRMATION_REFUSED.exception();
        }
    }

    /** Has codes sent by e-mail again. */
    @DeleteMapping("/mobile")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMobile() {
        settings.forgetMobile(account());
    }

    private PasswordChange change(NewPassword wanted) {
        try {
            var current = Objects.requireNonNullElse(wanted.currentPassword(), "");
            return settings.changePassword(account(), current, wanted.password());
        } catch (SignInBusyException e) {
            throw SecurityProblems.SIGN_IN_BUSY.exception();
        }
    }

    static Problem weakPassword(PasswordWeakness weakness) {
        return Problems.invalid(new InvalidField("password", "invalid.password." + weakness));
    }

    private AccountId account() {
        return signedIn.current().orElseThrow().id();
    }

    private AccountView view() {
        return accounts.find(account()).orElseThrow();
    }

    private static void found(boolean found) {
        if (!found) {
            throw Problems.notFound().exception();
        }
    }

    private static PhoneNumber number(String typed) {
        return PhoneNumber.parse(typed).orElseThrow(() -> Problems.invalid(new InvalidField("number", "invalid.mobile"))
                .exception());
    }

    /** Enough to recognise one's own number by. */
    private static String masked(PhoneNumber number) {
        var digits = number.nationalDigits();
        return "•• •• •• •• " + digits.substring(Math.max(0, digits.length() - 2));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * What an account signs in with.
     *
     * @param passwordSince absent when it comes in without a password
     * @param authenticatorAppSince absent without an app; codes are then sent by message
     * @param mobile where codes are sent, but for its last digits hidden; absent when they go by e-mail
     * @param recoveryCodesLeft codes of the sheet that still work; 0 without a sheet
     * @param signOnSince since when it is linked to the bank's sign-on; absent when it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SecurityOverview(
            @Nullable OffsetDateTime passwordSince,
            @Nullable OffsetDateTime authenticatorAppSince,
            @Nullable String mobile,
            int recoveryCodesLeft,
            List<PasskeyView> passkeys,
            @Nullable OffsetDateTime signOnSince) {}

    /**
     * A passkey.
     *
     * @param backedUp whether its owner's other devices have it too
     */
    @Schema(name = "Passkey")
    record PasskeyView(UUID id, String label, boolean backedUp, OffsetDateTime createdAt, OffsetDateTime lastUsedAt) {

        static PasskeyView of(Passkeys.Passkey passkey) {
            return new PasskeyView(
                    passkey.id(),
                    passkey.label(),
                    passkey.backedUp(),
                    at(passkey.createdAt()),
                    at(passkey.lastUsedAt()));
        }
    }

    /**
     * A secret to be given to an app.
     *
     * @param secret in base32, in groups of four, to be typed
     * @param uri an {@code otpauth} address, to be shown as a QR code
     */
    record AuthenticatorAppOffer(String secret, String uri) {}

    record RecoverySheet(List<String> codes) {}

    /**
     * Another password.
     *
     * @param currentPassword may be missing where there is none yet, at an account that comes in by passkey or the bank's sign-on alone
     */
    record NewPassword(
            @Nullable @Size(max = 1000) String currentPassword,
            @NotNull @Size(max = 1000) String password) {
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    /**
     * A passkey that the browser made.
     *
     * @param label by which its owner knows it
     * @param credential {@code RegistrationResponseJSON} of Web Authentication
     */
    record NewPasskey(
            @NotBlank @Size(max = 60) String label,
            @NotNull @Schema(implementation = Object.class) JsonNode credential) {
        @Override
        public String toString() {
            return "NewPasskey[…]";
        }
    }

    record PasskeyLabel(@NotBlank @Size(max = 60) String label) {}

    record Mobile(@NotBlank @Size(max = 40) String number) {
        @Override
        public String toString() {
            return "Mobile[…]";
        }
    }

    record MobileConfirmation(
            @NotBlank @Size(max = 40) String number,
            @NotNull String code) {
        @Override
        public String toString() {
            return "MobileConfirmation[…]";
        }
    }
}
