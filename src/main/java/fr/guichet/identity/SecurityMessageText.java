package fr.guichet.identity;

import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.identity.SecurityMessage.NewDevice;
import fr.guichet.identity.SecurityMessage.OneTimeCode;
import fr.guichet.identity.SecurityMessage.PasswordLink;
import fr.guichet.identity.SecurityMessage.SuspiciousSignIn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of messages about sign-in, in their recipient's language, as plain text. */
@Component
public class SecurityMessageText {

    /** Where a time is not that of one branch, it is told as head office reads the clock. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final MessageSource messages;

    SecurityMessageText(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What is sent.
     *
     * @param subject of an e-mail; a text message has none
     * @param body a few short lines
     */
    public record Text(String subject, String body) {
        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    public Text of(SecurityMessage message) {
        return switch (message) {
            case OneTimeCode code ->
                text(
                        code,
                        "code." + code.to().channel(),
                        code.code(),
                        code.lasts().toMinutes());
            case NewDevice device ->
                text(
                        device,
                        device.device() == null ? "new-unknown-device" : "new-device",
                        device.to().displayName(),
                        time(device.at(), device),
                        String.valueOf(device.device()));
            case SuspiciousSignIn tried ->
                text(tried, "suspicion." + tried.suspicion(), tried.to().displayName(), time(tried.at(), tried));
            case FactorChanged changed ->
                text(
                        changed,
                        "factor-changed",
                        changed.to().displayName(),
                        time(changed.at(), changed),
                        say(changed, "message.change." + changed.change()));
            case PasswordLink link ->
                text(
                        link,
                        "password-link." + link.occasion(),
                        link.to().displayName(),
                        link.link(),
                        link.lasts().toHours());
        };
    }

    private Text text(SecurityMessage message, String kind, Object... arguments) {
        return new Text(
                say(message, "message." + kind + ".subject", arguments),
                say(message, "message." + kind + ".body", arguments));
    }

    private String say(SecurityMessage message, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale(message));
    }

    private static String time(Instant instant, SecurityMessage message) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale(message))
                .format(instant.atZone(ZONE));
    }

    private static Locale locale(SecurityMessage message) {
        return Locale.of(message.to().language());
    }
}
