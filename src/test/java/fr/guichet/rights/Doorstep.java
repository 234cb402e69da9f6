package fr.guichet.rights;

import static fr.guichet.rights.Ask.ask;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.SecurityMessage.PasswordLink;
import fr.guichet.identity.factors.AuthenticatorApps;
import fr.guichet.identity.factors.Mobiles;
import fr.guichet.identity.factors.RecoveryCodes;
import fr.guichet.identity.passkeys.PasskeyJson;
import fr.guichet.identity.passkeys.Passkeys;
import fr.guichet.identity.recovery.Invitations;
import fr.guichet.identity.sessions.OpenSessions;
import fr.guichet.identity.signin.PasswordSignIn;
import fr.guichet.platform.web.PublicAddress;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.SoftwarePasskey;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings a caller to the point where one request is left to make. */
final class Doorstep {

    private final ConfigurableApplicationContext instance;
    private final Map<String, SoftwarePasskey> passkeys = new HashMap<>();

    Doorstep(ConfigurableApplicationContext instance) {
        this.instance = instance;
    }

    /** The password was right; a code is to be entered, one of the recovery sheet: none that is sent has to be waited for. */
    Ask code(Caller caller) {
        var token = instance.getBean(PasswordSignIn.class).begin(caller.email(), Caller.PASSWORD, Optional.empty());
        forgetSentCode(caller);
        return ask().header("Cookie", "GUICHET_SIGN_IN=" + token.text()).body(recoveryCode(caller));
    }

    /** A code is to confirm who is signed in. */
    Ask confirmation(Caller caller) {
        return ask().body(recoveryCode(caller));
    }

    /** The caller's passkey was asked; its answer is to be sent. */
    Ask passkey(Caller caller) {
        passkeyOf(caller);
        var question = instance.getBean(Passkeys.class).ask();
        var answer = Objects.requireNonNull(passkeys.get(caller.email())).answer(PasskeyJson.write(question.options()));
        return ask().header("Cookie", "GUICHET_PASSKEY=" + question.token().text())
                .body("{\"credential\": " + answer + "}");
    }

    /** The caller's browser has made a passkey; it is to be kept. */
    Ask newPasskey(Caller caller) {
        passkeyOf(caller);
        var question =
                instance.getBean(Passkeys.class).askForNew(account(caller).id());
        var made = passkey().register(PasskeyJson.write(question.options()));
        return ask().header("Cookie", "GUICHET_PASSKEY=" + question.token().text())
                .body("{\"label\": \"Tablette\", \"credential\": " + made + "}");
    }

    /** The caller's app has been given a secret; its first code is to be entered. */
    Ask appCode(Caller caller) {
        forgetFactors(caller.email());
        var secret = instance.getBean(AuthenticatorApps.class)
                .offer(account(caller).id())
                .orElseThrow();
        var generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return ask().body(code(generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    instance.getBean(Clock.class).instant(),
                    Locale.ROOT)));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code was sent to the caller's telephone; it is to be entered. */
    Ask mobileCode(Caller caller) {
        forgetFactors(caller.email());
        forgetSentCode(caller);
        var mobile = PhoneNumber.parse("06 12 34 56 78").orElseThrow();
        instance.getBean(Mobiles.class).ask(account(caller).id(), mobile);
        return ask().body("{\"number\": \"%s\", \"code\": \"%s\"}"
                .formatted(mobile.value(), SentMessages.takeCode(mobile.value()).orElseThrow()));
    }

    /** From now on codes are sent by e-mail again, where a browser that signs in finds them. */
    void forgetFactors(String email) {
        instance.getBean(Accounts.class).findByEmail(new EmailAddress(email)).ifPresent(account -> {
            instance.getBean(AuthenticatorApps.class).remove(account.id());
            instance.getBean(Mobiles.class).forget(account.id());
        });
    }

    /** A passkey that the caller has. */
    UUID passkeyOf(Caller caller) {
        var account = account(caller);
        var bean = instance.getBean(Passkeys.class);
        bean.of(account.id()).forEach(known -> bean.remove(account.id(), known.id()));
        var made = passkey();
        var question = bean.askForNew(account.id());
        bean.register(
                account.id(), question.token(), made.register(PasskeyJson.write(question.options())), "Téléphone");
        passkeys.put(caller.email(), made);
        return bean.of(account.id()).getFirst().id();
    }

    private SoftwarePasskey passkey() {
        return new SoftwarePasskey(
                instance.getBean(PublicAddress.class).origin().toString());
    }

    /** Somebody was invited; the password is to be chosen. */
    Ask invitation() {
        var email = UUID.randomUUID() + "@example.org";
        var account = instance.getBean(Accounts.class)
                .open(new OpenAccount(
                        new EmailAddress(email),
                        new InitialPassword.None(),
                        "Luc",
                        "fr",
                        Grants.of(Grant.administrator())))
                .orThrow();
        var code = instance.getBean(Invitations.class).invite(account);
        var link = SentMessages.to(email).stream()
                .filter(PasswordLink.class::isInstance)
                .map(message -> ((PasswordLink) message).link())
                .findFirst()
                .orElseThrow();
        return ask().body("{\"token\": \"%s\", \"code\": \"%s\", \"password\": \"quatre mots sans rapport\"}"
                .formatted(link.getFragment(), code));
    }

    /** A session of the caller's in another browser. */
    UUID anotherSession(Caller caller) {
        caller.anotherBrowser().get().close();
        return instance.getBean(OpenSessions.class).of(account(caller).id()).stream()
                .map(session -> session.facts())
                .max(Comparator.comparing(facts -> facts.beganAt()))
                .map(facts -> facts.id())
                .orElseGet(UUID::randomUUID);
    }

    private AccountView account(Caller caller) {
        return instance.getBean(Accounts.class)
                .findByEmail(new EmailAddress(caller.email()))
                .orElseThrow();
    }

    /** Or the next sign-in would be sent none. */
    private void forgetSentCode(Caller caller) {
        SentMessages.takeCode(caller.email());
        instance.getBean(JdbcClient.class)
                .sql("delete from identity.message_codes where account_id = ?")
                .param(account(caller).id().value())
                .update();
    }

    private String recoveryCode(Caller caller) {
        var code = instance.getBean(RecoveryCodes.class)
                .issue(account(caller).id())
                .getFirst();
        return code(code);
    }

    private static String code(String code) {
        return "{\"code\": \"" + code + "\"}";
    }
}
