package fr.guichet.identity;

import fr.guichet.identity.AccountRefusal.EmailTaken;
import fr.guichet.identity.AccountRefusal.PersonHasAccount;
import fr.guichet.identity.AccountRefusal.WeakPassword;
import fr.guichet.platform.start.StartRefused;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the account of the first administrator in a database that has none, so that somebody can open the others. Once there is an
 * administrator the settings are not looked at any more.
 */
@Component
@Order(0)
@EnableConfigurationProperties(FirstAdministrator.Settings.class)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    /**
     * Who it is.
     *
     * @param email the address to sign in with; nobody is opened when absent
     * @param displayName how others see this account
     * @param passwordFile a file whose first line is the password
     * @param password the password itself, as environment variable {@code GUICHET_ADMINISTRATOR_PASSWORD}
     */
    @ConfigurationProperties("guichet.administrator")
    record Settings(
            @Nullable String email,
            @DefaultValue("Administration") String displayName,
            @Nullable Path passwordFile,
            @Nullable String password) {

        @Override
        public String toString() {
            return "Settings[…]";
        }
    }

    private final Accounts accounts;
    private final Settings settings;

    FirstAdministrator(Accounts accounts, Settings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.email() == null || settings.email().isBlank() || accounts.hasAdministrator()) {
            return;
        }
        var email = EmailAddress.parse(settings.email())
                .orElseThrow(() -> new StartRefused("guichet.administrator.email is not an e-mail address."));
        var wish = new OpenAccount(
                email,
                new InitialPassword.Plain(password()),
                settings.displayName(),
                Languages.FRENCH,
                Grants.of(Grant.administrator()));
        accounts.openFirstAdministrator(wish).ifPresent(opening -> {
            switch (opening) {
                case AccountOpening.Opened opened -> LOG.info("Opened the first administrator: {}", opened.account());
                case AccountOpening.Refused refused -> throw new StartRefused(reason(refused.refusal()));
            }
        });
    }

    private String password() {
        if (settings.passwordFile() != null) {
            try (var lines = Files.lines(settings.passwordFile(), StandardCharsets.UTF_8)) {
                return lines.findFirst().orElse("");
            } catch (IOException | UncheckedIOException e) {
                throw new StartRefused(
                        "The file that guichet.administrator.password-file names cannot be read: "
                                + settings.passwordFile(),
                        e);
            }
        }
        if (settings.password() == null) {
            throw new StartRefused(
                    "guichet.administrator.email is set, but no password: set guichet.administrator.password-file"
                            + " or the environment variable GUICHET_ADMINISTRATOR_PASSWORD.");
        }
        return settings.password();
    }

    private static String reason(AccountRefusal refusal) {
        return switch (refusal) {
            case EmailTaken _ -> "guichet.administrator.email belongs to an account that is not an administrator's.";
            case PersonHasAccount _ -> throw new IllegalStateException("An administrator is nobody's adviser");
            case WeakPassword weak ->
                "The first administrator's password is refused: "
                        + switch (weak.weakness()) {
                            case TOO_SHORT -> "it has fewer than 12 characters.";
                            case TOO_LONG -> "it has more than 128 characters.";
                            case COMMON -> "it is among the first that anyone would try.";
                            case REPETITIVE -> "it repeats itself or follows the keyboard.";
                            case PERSONAL -> "it is made of the account's own name or address.";
                            case UNTYPEABLE -> "it holds characters that cannot be typed.";
                        };
        };
    }
}
